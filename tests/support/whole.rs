//! A ledger in which nothing is missing that a letter could want, for each kind of lender and each stage.

use forbear::domain::Lang;
use forbear::letters::Letter;

/// A lender as the ledger writes it: kind, region, product.
pub(crate) type Lender = (&'static str, &'static str, &'static str);

pub(crate) const LENDERS: [Lender; 10] = [
    ("bank", "CN", "credit-card"),
    ("bank", "CN", "consumer-loan"),
    ("consumer-finance-company", "CN", "consumer-loan"),
    ("microloan-company", "CN", "consumer-loan"),
    ("guarantor", "CN", "consumer-loan"),
    ("assignee", "CN", "consumer-loan"),
    ("private", "CN", "consumer-loan"),
    ("unlicensed", "CN", "consumer-loan"),
    ("bank", "HK", "credit-card"),
    ("money-lender", "HK", "consumer-loan"),
];

/// How far it has gone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    Talks,
    Mediation,
    PaymentOrder,
    Filed,
    Settled,
}

impl Stage {
    /// The stage at which a letter has what it rests on.
    pub(crate) fn of(letter: Letter) -> Stage {
        match letter {
            Letter::Mediation => Stage::Mediation,
            Letter::Objection => Stage::PaymentOrder,
            Letter::Answer => Stage::Filed,
            Letter::Discharge | Letter::Status => Stage::Settled,
            _ => Stage::Talks,
        }
    }

    fn proceedings(self) -> &'static str {
        match self {
            Stage::Talks => "outside-collector",
            Stage::Mediation => "mediation",
            Stage::PaymentOrder => "payment-order",
            Stage::Filed => "filed",
            Stage::Settled => "lender",
        }
    }
}

/// A ledger in which nothing is missing that a letter could want.
pub(crate) fn text((kind, region, product): Lender, stage: Stage, lang: Lang) -> String {
    let hk = region == "HK";
    let currency = if hk { "HKD" } else { "CNY" };
    // A summary in the language of the letter, as its borrower would write it.
    let (name, said, own) = match lang {
        Lang::ZhHans => (
            "示例机构",
            "来电时把我的事告诉了同事",
            "我去年十一月住院，现在已经回去上半天班，会一直按收支表上的数还。",
        ),
        Lang::ZhHant => (
            "範例機構",
            "來電時將我的事告訴了同事",
            "我去年十一月入院，現時已復工半日，會一直按收支表所列的數還。",
        ),
        Lang::En => (
            "Example Company",
            "told a colleague of mine about it",
            "I was in hospital last November and work half days again. I will keep paying what my budget shows.",
        ),
    };
    let settled = stage == Stage::Settled;
    let talks = if settled { "completed" } else { "offered" };
    let written_off = if settled {
        "written-off = 2026-03-01\n"
    } else {
        ""
    };
    let proceedings = stage.proceedings();
    let mut text = format!(
        r#"version = 1
currency = "{currency}"
[borrower]
name = "李娜"
phone = "138-0000-0000"
address = "A1"
call-times = "19:00–21:00"
hardship = [{{ kind = "illness", since = 2025-11-01, evidence = ["A.pdf", "B.pdf"], own-words = "{own}" }}]
[case]
number = "C-1"
adviser = "陈"
[[income]]
name = "i"
amount = "5200"
every = "month"
pay-day = 10
[[expense]]
name = "e"
amount = "2600"
every = "month"
essential = true
[[lender]]
id = "l"
name = "{name}"
official = {{ payee = "{name}", account = "6222-01" }}
kind = "{kind}"
region = "{region}"
[[debt]]
id = "d"
lender = "l"
product = "{product}"
talks = "{talks}"
proceedings = "{proceedings}"
{written_off}[debt.contract]
number = "N-1"
principal = "12000"
net-received = "11400"
disbursed = 2025-08-10
rate = "18%/year"
method = "equal-instalment"
count = 12
first-due = 2025-09-10
penalty = "150%"
[[debt.payment]]
on = 2025-09-10
amount = "1100.16"
[[debt.payment]]
on = 2025-10-10
amount = "1100.16"
[[debt.claim]]
on = 2026-11-20
principal = "10500.00"
interest = "1800.00"
penalty = "2900.00"
fees = "350.00"
source = "S.png"
[[offer]]
id = "o"
debt = "d"
from = "lender"
on = 2026-11-20
terms = "waive penalty=all; instalments 6"
status = "open"
reply-by = 2026-12-05
[[contact]]
at = 2026-11-21T22:40:00
debt = "d"
channel = "phone"
direction = "in"
counterpart = {{ name = "8812", company = "X" }}
summary = "{said}"
conduct = ["threat", "third-party", "quiet-hours", "disclosure"]
promise = {{ amount = "500", on = 2026-12-15 }}
answered = true
minutes = 4
evidence = [{{ file = "R.m4a" }}]
[[contact]]
at = 2026-11-22T10:00:00
debt = "d"
channel = "court"
direction = "in"
counterpart = {{ company = "区人民法院" }}
ticket = "(2026)1"
summary = "s"
[[contact]]
at = 2026-11-22T11:00:00
debt = "d"
channel = "sms"
direction = "in"
counterpart = {{ company = "人民调解委员会" }}
summary = "s"
[[clock]]
what = "w"
debt = "d"
kind = "court"
from = 2026-11-22
until = 2026-12-07
"#
    );
    if settled {
        text = text.replace(
            "[[debt.claim]]\non = 2026-11-20",
            "[[debt.payment]]\non = 2026-10-10\namount = \"9000\"\n[[debt.claim]]\non = 2026-01-20",
        );
    }
    text
}

/// Terms of the shape that a letter asks for.
pub(crate) fn terms(letter: Letter) -> Option<&'static str> {
    match letter {
        Letter::Extension => Some("waive penalty=all; extend 24"),
        Letter::Waiver => Some("waive penalty=all, interest=50%; instalments 18"),
        Letter::Instalments => Some("freeze; instalments 18"),
        Letter::Settlement => Some("settle 6000 by 2026-12-20"),
        Letter::Proposal | Letter::Counter => Some("instalments 24"),
        _ => None,
    }
}
