//! Which argument may be used towards whom: the applicability matrix.
//!
//! Promises: a card rule is never cited for a loan, the private-lending cap never to a licensed lender, a
//! mainland rule never to a Hong Kong lender nor the reverse; where kind or product is unknown only what
//! holds for all of them is cited. A test walks every cell.
//! Leaves to others: whether the facts call for the argument (`checks`).

use crate::domain::debt::Product;
use crate::domain::lender::{LenderKind, Region};

/// How a holder stands towards the rule books: a column of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A mainland bank, for a card.
    BankCard,
    /// A mainland bank, for a loan.
    BankLoan,
    /// A mainland bank; the product is not known.
    Bank,
    /// A mainland consumer finance company.
    ConsumerFinance,
    /// A mainland microloan company.
    Microloan,
    /// A guarantor or insurer that has paid.
    Paid,
    /// A buyer of the debt.
    Buyer,
    /// A private person or firm.
    Private,
    /// Someone lending without a licence.
    Unlicensed,
    /// On the mainland, of a kind not known.
    Unknown,
    /// A Hong Kong bank.
    HongKongBank,
    /// A Hong Kong licensed money lender.
    MoneyLender,
    /// In Hong Kong, of another or unknown kind.
    HongKong,
}

impl Standing {
    /// Every column.
    pub const ALL: [Standing; 13] = [
        Standing::BankCard,
        Standing::BankLoan,
        Standing::Bank,
        Standing::ConsumerFinance,
        Standing::Microloan,
        Standing::Paid,
        Standing::Buyer,
        Standing::Private,
        Standing::Unlicensed,
        Standing::Unknown,
        Standing::HongKongBank,
        Standing::MoneyLender,
        Standing::HongKong,
    ];

    /// The standing of a holder of a kind, for a product, in a region. A money lender is licensed in Hong
    /// Kong by definition, whatever the region says.
    #[must_use]
    pub const fn of(
        kind: Option<LenderKind>,
        product: Option<Product>,
        region: Region,
    ) -> Standing {
        match (region, kind) {
            (_, Some(LenderKind::MoneyLender)) => Standing::MoneyLender,
            (Region::Hk, Some(LenderKind::Bank)) => Standing::HongKongBank,
            (Region::Hk, _) => Standing::HongKong,
            (Region::Cn, None) => Standing::Unknown,
            (Region::Cn, Some(LenderKind::Bank)) => match product {
                Some(Product::CreditCard) => Standing::BankCard,
                Some(Product::ConsumerLoan) => Standing::BankLoan,
                None => Standing::Bank,
            },
            (Region::Cn, Some(LenderKind::ConsumerFinanceCompany)) => Standing::ConsumerFinance,
            (Region::Cn, Some(LenderKind::MicroloanCompany)) => Standing::Microloan,
            (Region::Cn, Some(LenderKind::Guarantor | LenderKind::Insurer)) => Standing::Paid,
            (Region::Cn, Some(LenderKind::Assignee)) => Standing::Buyer,
            (Region::Cn, Some(LenderKind::Private)) => Standing::Private,
            (Region::Cn, Some(LenderKind::Unlicensed)) => Standing::Unlicensed,
        }
    }

    /// Whose book rules.
    #[must_use]
    pub const fn region(self) -> Region {
        match self {
            Standing::HongKongBank | Standing::MoneyLender | Standing::HongKong => Region::Hk,
            Standing::BankCard
            | Standing::BankLoan
            | Standing::Bank
            | Standing::ConsumerFinance
            | Standing::Microloan
            | Standing::Paid
            | Standing::Buyer
            | Standing::Private
            | Standing::Unlicensed
            | Standing::Unknown => Region::Cn,
        }
    }
}

/// Something that can be cited: a row of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Personalised instalments, art. 70 of the card measures (CC-01 to CC-03).
    CardInstalments,
    /// The order in which a card payment is applied, art. 57 (INT-08).
    CardPaymentOrder,
    /// Other rules for cards only: no interest on default charges (CC-05), the facts of CRT-06.
    CardOnly,
    /// A court may reduce what is above 24 % on request (INT-10).
    CourtReduction,
    /// Four times the one-year LPR (INT-12).
    PrivateCap,
    /// Penalty interest of 130–150 % of the contract rate (INT-09).
    PenaltyMultiple,
    /// Notice before outside collection, and conduct, of banks and those they license (CF-05).
    ConsumerProtection,
    /// Terms for borrowers in temporary difficulty (CF-07).
    Relief,
    /// Annual rates and cost sheets (INT-18, INT-19).
    RateDisclosure,
    /// The banking association's collection guide (COL-03).
    BankingGuide,
    /// The national standard on collecting online consumer credit (COL-01).
    NationalStandard,
    /// Conduct rules of consumer finance companies (CF-02).
    ConsumerFinanceConduct,
    /// The 12378 line (CMP-03).
    Hotline,
    /// The local supervisor and 12345 (CMP-05).
    LocalSupervisor,
    /// Write-off and what ends a claim (OD-07, OD-08).
    WriteOff,
    /// The mainland civil code, civil procedure, limitation, credit register.
    MainlandLaw,
    /// Hong Kong money lenders' law and licence conditions (HK-01 to HK-07).
    MoneyLenderLaw,
    /// Notice before a Hong Kong collector.
    HongKongCollector,
    /// Hong Kong limitation, courts and bankruptcy (A-17 to A-20, HK-08 to HK-10).
    HongKongLaw,
}

impl Argument {
    /// Every row.
    pub const ALL: [Argument; 19] = [
        Argument::CardInstalments,
        Argument::CardPaymentOrder,
        Argument::CardOnly,
        Argument::CourtReduction,
        Argument::PrivateCap,
        Argument::PenaltyMultiple,
        Argument::ConsumerProtection,
        Argument::Relief,
        Argument::RateDisclosure,
        Argument::BankingGuide,
        Argument::NationalStandard,
        Argument::ConsumerFinanceConduct,
        Argument::Hotline,
        Argument::LocalSupervisor,
        Argument::WriteOff,
        Argument::MainlandLaw,
        Argument::MoneyLenderLaw,
        Argument::HongKongCollector,
        Argument::HongKongLaw,
    ];
}

/// How well an argument fits a holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It may be cited.
    Cite,
    /// Only by analogy, or only if a condition holds that the text must name.
    Limited,
    /// Never.
    Never,
}

/// What is argued by citing a source of either book; `None` for an id that is in neither.
#[must_use]
pub fn argument(source: &str) -> Option<Argument> {
    Some(match source {
        "card-measures-70" => Argument::CardInstalments,
        "card-measures-57" => Argument::CardPaymentOrder,
        "card-measures-92" | "card-measures-68" | "card-notice-2016" | "card-decision-2018" => {
            Argument::CardOnly
        }
        "court-opinion-2017-2" => Argument::CourtReduction,
        "private-lending-25" | "lpr-reports" => Argument::PrivateCap,
        "penalty-notice-2003" => Argument::PenaltyMultiple,
        "consumer-protection-2023" | "complaint-measures-2020" => Argument::ConsumerProtection,
        "relief-2025" => Argument::Relief,
        "rate-disclosure-2021" | "cost-sheet-2026" => Argument::RateDisclosure,
        "banking-guide-2026" => Argument::BankingGuide,
        "national-standard-2025" => Argument::NationalStandard,
        "consumer-finance-2024" => Argument::ConsumerFinanceConduct,
        "hotline-12378" => Argument::Hotline,
        "local-supervision" => Argument::LocalSupervisor,
        "asset-classes-2023" | "write-off-4" | "write-off-16" => Argument::WriteOff,
        "credit-report-codes"
        | "civil-code-188"
        | "civil-code-192"
        | "civil-code-195"
        | "civil-code-543"
        | "civil-code-546"
        | "civil-code-552"
        | "civil-code-560"
        | "civil-code-585"
        | "civil-code-670"
        | "civil-code-678"
        | "civil-code-700"
        | "civil-code-1033"
        | "personal-loans-2024"
        | "transfer-pilot"
        | "public-security-2026"
        | "public-security-2012"
        | "criminal-law-293-1"
        | "criminal-law-280"
        | "criminal-law-274"
        | "credit-register-16"
        | "credit-register-17"
        | "credit-register-25"
        | "credit-repair-2025"
        | "risk-notices"
        | "court-line-12368"
        | "help-line-12356"
        | "civil-procedure-payment-order"
        | "civil-procedure-answer"
        | "civil-procedure-enforcement"
        | "mediation-law"
        | "civil-procedure-mediation"
        | "evidence-rules" => Argument::MainlandLaw,
        "cap-163-24"
        | "cap-163-25"
        | "cap-163-compound"
        | "licence-conditions"
        | "licence-conditions-2026" => Argument::MoneyLenderLaw,
        "collector-notice" => Argument::HongKongCollector,
        "cap-347" | "bankruptcy-rules" | "hk-courts" | "cap-6-iva" | "cap-6-discharge"
        | "debt-relief-plans" | "impostors-2026" | "help-line-18111" => Argument::HongKongLaw,
        _ => return None,
    })
}

/// A cell of the matrix.
#[must_use]
pub const fn fit(argument: Argument, standing: Standing) -> Fit {
    use Standing as S;
    match argument {
        Argument::CardInstalments | Argument::CardPaymentOrder | Argument::CardOnly => {
            match standing {
                S::BankCard => Fit::Cite,
                _ => Fit::Never,
            }
        }
        Argument::CourtReduction | Argument::RateDisclosure => match standing {
            S::BankCard | S::BankLoan | S::Bank | S::ConsumerFinance | S::Microloan => Fit::Cite,
            _ => Fit::Never,
        },
        Argument::PrivateCap => match standing {
            S::Private => Fit::Cite,
            _ => Fit::Never,
        },
        Argument::PenaltyMultiple => match standing {
            S::BankLoan => Fit::Cite,
            S::ConsumerFinance | S::Microloan => Fit::Limited,
            _ => Fit::Never,
        },
        Argument::ConsumerProtection | Argument::Hotline => match standing {
            S::BankCard | S::BankLoan | S::Bank | S::ConsumerFinance => Fit::Cite,
            _ => Fit::Never,
        },
        Argument::Relief => match standing {
            S::BankLoan => Fit::Cite,
            S::BankCard | S::Bank | S::ConsumerFinance => Fit::Limited,
            _ => Fit::Never,
        },
        Argument::BankingGuide => match standing {
            S::BankCard | S::BankLoan | S::Bank => Fit::Cite,
            S::ConsumerFinance => Fit::Limited, // if it is a member
            _ => Fit::Never,
        },
        Argument::NationalStandard => match standing {
            S::ConsumerFinance | S::Microloan => Fit::Cite,
            S::BankCard | S::BankLoan | S::Bank => Fit::Limited, // loans made online; cards by analogy
            _ => Fit::Never,
        },
        Argument::ConsumerFinanceConduct => match standing {
            S::ConsumerFinance => Fit::Cite,
            _ => Fit::Never,
        },
        Argument::LocalSupervisor => match standing {
            S::Microloan => Fit::Cite,
            _ => Fit::Never,
        },
        Argument::WriteOff => match standing {
            S::BankCard | S::BankLoan | S::Bank | S::ConsumerFinance => Fit::Cite,
            S::Microloan => Fit::Limited, // small-loan companies follow it by reference, art. 2
            _ => Fit::Never,
        },
        Argument::MainlandLaw => match standing {
            S::HongKongBank | S::MoneyLender | S::HongKong => Fit::Never,
            _ => Fit::Cite,
        },
        Argument::MoneyLenderLaw => match standing {
            S::MoneyLender => Fit::Cite,
            _ => Fit::Never,
        },
        Argument::HongKongCollector => match standing {
            S::HongKongBank | S::MoneyLender => Fit::Cite,
            _ => Fit::Never,
        },
        Argument::HongKongLaw => match standing {
            S::HongKongBank | S::MoneyLender | S::HongKong => Fit::Cite,
            _ => Fit::Never,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The matrix as the domain reference prints it (rules.md §4), then the columns it leaves out: a bank
    /// whose product is unknown takes only what holds for card and loan alike; payers, buyers, unlicensed
    /// and unknown holders take general mainland law; Hong Kong takes Hong Kong law.
    /// ✔ cite, ~ limited, · never; columns in the order of [`Standing::ALL`].
    const MATRIX: [(Argument, &str); 19] = [
        (Argument::CardInstalments, "✔············"),
        (Argument::CardPaymentOrder, "✔············"),
        (Argument::CardOnly, "✔············"),
        (Argument::CourtReduction, "✔✔✔✔✔········"),
        (Argument::PrivateCap, "·······✔·····"),
        (Argument::PenaltyMultiple, "·✔·~~········"),
        (Argument::ConsumerProtection, "✔✔✔✔·········"),
        (Argument::Relief, "~✔~~·········"),
        (Argument::RateDisclosure, "✔✔✔✔✔········"),
        (Argument::BankingGuide, "✔✔✔~·········"),
        (Argument::NationalStandard, "~~~✔✔········"),
        (Argument::ConsumerFinanceConduct, "···✔·········"),
        (Argument::Hotline, "✔✔✔✔·········"),
        (Argument::LocalSupervisor, "····✔········"),
        (Argument::WriteOff, "✔✔✔✔~········"),
        (Argument::MainlandLaw, "✔✔✔✔✔✔✔✔✔✔···"),
        (Argument::MoneyLenderLaw, "···········✔·"),
        (Argument::HongKongCollector, "··········✔✔·"),
        (Argument::HongKongLaw, "··········✔✔✔"),
    ];

    #[test]
    fn every_cell_is_as_the_matrix_says() {
        assert_eq!(MATRIX.map(|(argument, _)| argument), Argument::ALL);
        for (argument, row) in MATRIX {
            assert_eq!(row.chars().count(), Standing::ALL.len(), "{argument:?}");
            for (standing, mark) in Standing::ALL.into_iter().zip(row.chars()) {
                let expected = match mark {
                    '✔' => Fit::Cite,
                    '~' => Fit::Limited,
                    _ => Fit::Never,
                };
                assert_eq!(
                    fit(argument, standing),
                    expected,
                    "{argument:?} {standing:?}"
                );
            }
        }
    }

    #[test]
    fn every_source_of_a_book_argues_something_of_its_region() {
        for region in [Region::Cn, Region::Hk] {
            let book = crate::rules::Book::of(region);
            for id in book.ids("source") {
                let argument = argument(id).unwrap_or_else(|| panic!("{id} has no row"));
                let fits = Standing::ALL
                    .into_iter()
                    .find(|standing| fit(argument, *standing) != Fit::Never);
                assert_eq!(fits.map(Standing::region), Some(region), "{id}");
            }
        }
    }

    #[test]
    fn no_argument_crosses_the_border() {
        for argument in Argument::ALL {
            let regions: Vec<Region> = Standing::ALL
                .into_iter()
                .filter(|standing| fit(argument, *standing) != Fit::Never)
                .map(Standing::region)
                .collect();
            assert!(!regions.is_empty(), "{argument:?} is never used");
            assert!(
                regions.windows(2).all(|pair| pair[0] == pair[1]),
                "{argument:?}"
            );
        }
    }

    #[test]
    fn standing_follows_kind_product_and_region() {
        let of = Standing::of;
        assert_eq!(
            of(
                Some(LenderKind::Bank),
                Some(Product::CreditCard),
                Region::Cn
            ),
            Standing::BankCard
        );
        assert_eq!(of(Some(LenderKind::Bank), None, Region::Cn), Standing::Bank);
        assert_eq!(
            of(Some(LenderKind::MicroloanCompany), None, Region::Hk),
            Standing::HongKong
        );
        assert_eq!(
            of(Some(LenderKind::MoneyLender), None, Region::Cn),
            Standing::MoneyLender
        );
        assert_eq!(of(None, None, Region::Cn), Standing::Unknown);
    }
}
