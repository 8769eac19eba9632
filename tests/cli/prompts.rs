//! Questions, answered at a real terminal: `script` gives the program one of its own.
//!
//! Each answer is typed only once its question is on the screen, as a person does.

#![cfg(target_os = "linux")]

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::support::Sandbox;

const ENTER: &str = "\r";
const DOWN: &str = "\x1b[B";
const CTRL_C: &str = "\x03";
const CTRL_D: &str = "\x04";
const ESC: &str = "\x1b";

/// The program on a terminal of its own.
struct Terminal {
    child: Child,
    screen: Arc<Mutex<Vec<u8>>>,
    seen: usize,
}

impl Terminal {
    /// Runs `forbear` with arguments that need no quoting.
    fn run(sandbox: &Sandbox, args: &str) -> Terminal {
        let environment = sandbox.command(&[]);
        let mut command = Command::new("script");
        command
            .args([
                "-qefc",
                &format!("{} {args}", env!("CARGO_BIN_EXE_forbear")),
                "/dev/null",
            ])
            .env_clear()
            .envs(
                environment
                    .get_envs()
                    .filter_map(|(key, value)| Some((key, value?))),
            )
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("TERM", "xterm")
            .env("SHELL", "/bin/sh")
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut out = child.stdout.take().unwrap();
        let screen = Arc::new(Mutex::new(Vec::new()));
        let written = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut piece = [0_u8; 1024];
            while let Ok(many @ 1..) = out.read(&mut piece) {
                written.lock().unwrap().extend_from_slice(&piece[..many]);
            }
        });
        Terminal {
            child,
            screen,
            seen: 0,
        }
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.screen.lock().unwrap()[self.seen..]).into_owned()
    }

    /// Waits for a text that was not there when the last one was.
    #[track_caller]
    fn expect(&mut self, text: &str) -> &mut Terminal {
        let begun = Instant::now();
        loop {
            if let Some(at) = self.text().find(text) {
                // The question is there; its terminal mode is set at about the same time.
                std::thread::sleep(Duration::from_millis(60));
                self.seen += at + text.len();
                return self;
            }
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "{text} does not come; there is: {}",
                self.text()
            );
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn type_in(&mut self, keys: &str) -> &mut Terminal {
        let stdin = self.child.stdin.as_mut().unwrap();
        stdin.write_all(keys.as_bytes()).unwrap();
        stdin.flush().unwrap();
        self
    }

    fn code(&mut self) -> Option<i32> {
        self.child.wait().unwrap().code()
    }
}

#[test]
fn a_debt_brings_its_lender_along_and_the_next_debt_follows() {
    let sandbox = Sandbox::new().speaking("zh-Hans");
    sandbox.ok(&["init", "--name", "李娜"]);
    let mut terminal = Terminal::run(&sandbox, "debt add");
    terminal
        .expect("全称")
        .type_in("招联消费金融股份有限公司\r")
        .expect("直接按回车：招联")
        .type_in(ENTER)
        .expect("哪一类机构")
        .type_in(DOWN)
        .type_in(ENTER)
        .expect("哪里的法律")
        .type_in(ENTER)
        .expect("哪一类借款")
        .type_in(ENTER)
        .expect("一共欠多少")
        .type_in("1万2\r")
        .expect("请全部用数字写，例如 12000")
        .type_in("\x15HK$5000\r")
        .expect("不是这本账的货币")
        .type_in("\x15１．２３４５５万元\r")
        .expect("哪天到期")
        // Tomorrow is not missed yet: the answer is there to be mended, with the keys of a line editor.
        .type_in("2026-11-17\r")
        .expect("2026-11-16 之后还没到期")
        .expect("哪天到期")
        .type_in("\x155/8\r")
        .expect("分不清哪个是月")
        .type_in("\x158月10号\r")
        .expect("记作 2026年8月10日")
        .expect("招联-1")
        .expect("还有别的欠款")
        .type_in("y")
        .expect("哪个贷款人")
        .type_in(DOWN)
        .type_in(ENTER)
        .expect("哪一类借款")
        .type_in(ENTER)
        .expect("一共欠多少")
        .type_in("800x\x17900\r")
        .expect("哪天到期")
        .type_in("0\r")
        .expect("招联-2")
        .expect("还有别的欠款")
        .type_in("n")
        .expect("forbear script 招联-2 --short");
    assert_eq!(terminal.code(), Some(0));
    let ledger = sandbox.ledger();
    for part in [
        "[[lender]]\nid = \"招联\"\nname = \"招联消费金融股份有限公司\"\nkind = \"consumer-finance-company\"\nregion = \"CN\"\n",
        "[[debt]]\nid = \"招联-1\"\nlender = \"招联\"\nproduct = \"consumer-loan\"\noldest-unpaid = 2026-08-10\n",
        "[[debt.claim]]\non = 2026-11-16\ntotal = \"12345.50\"\n",
        "[[debt]]\nid = \"招联-2\"\nlender = \"招联\"\nproduct = \"consumer-loan\"\n",
        "total = \"900.00\"\noverdue = \"0.00\"\n",
    ] {
        assert!(ledger.contains(part), "{part} is not in\n{ledger}");
    }
    assert_eq!(ledger.matches("[[lender]]").count(), 1);
    // Nothing is overdue by the app's own word; it is not unknown.
    let status = sandbox.json(&["status", "招联-2"]);
    assert_eq!(status["debts"][0]["days-overdue"], 0);
}

#[test]
fn a_call_is_taken_down_and_a_word_typed_at_the_list_marks_nothing() {
    let sandbox = Sandbox::new().speaking("zh-Hant").with_ledger(
        "version = 1\n[[lender]]\nid = \"l\"\nname = \"L\"\nkind = \"bank\"\nregion = \"CN\"\n[[debt]]\nid = \"zl-1\"\nlender = \"l\"\n",
    );
    let mut terminal = Terminal::run(&sandbox, "called zl-1");
    terminal
        .expect("姓名")
        .type_in("工號 8812\r")
        .expect("公司")
        .type_in(ENTER)
        .expect(" > ")
        .type_in("要求今日全數還清\r")
        .expect("發生了上面哪些")
        .type_in("all\r")
        .expect("請寫前面的數字")
        .type_in("\x15１、3\r")
        .expect("答應")
        .type_in(ENTER)
        .expect("接完電話之後");
    assert_eq!(terminal.code(), Some(0));
    let ledger = sandbox.ledger();
    assert!(
        ledger.contains("conduct = [\"threat\", \"third-party\"]"),
        "{ledger}"
    );
}

#[test]
fn ctrl_c_stops_with_a_word_and_gives_the_cursor_back() {
    let sandbox = Sandbox::new().speaking("zh-Hans");
    sandbox.ok(&["init", "--name", "李娜"]);
    let before = sandbox.ledger();
    let mut at_a_text = Terminal::run(&sandbox, "debt add");
    at_a_text
        .expect("全称")
        .type_in("招")
        .type_in(CTRL_C)
        .expect("错误：已停下，这一步什么都没有改");
    assert_eq!(at_a_text.code(), Some(4));
    let mut at_a_choice = Terminal::run(&sandbox, "debt add");
    at_a_choice
        .expect("全称")
        .type_in("招联\r")
        .expect("短编号")
        .type_in(ENTER)
        .expect("\x1b[?25l")
        .expect("哪一类机构")
        .type_in(CTRL_C)
        .expect("\x1b[?25h")
        .expect("错误：已停下，这一步什么都没有改");
    assert_eq!(at_a_choice.code(), Some(4));
    assert_eq!(sandbox.ledger(), before);
}

#[test]
fn a_practice_call_takes_chinese_words_and_ends_kindly_by_q_and_by_ctrl_c() {
    let sandbox = Sandbox::new()
        .with_example("zhaolian-bad-debt")
        .speaking("zh-Hans");
    let before = sandbox.ledger();
    let mut by_q = Terminal::run(&sandbox, "rehearse zl-1 --temper pushy-collector");
    by_q.expect("这是练习：不会打给任何人")
        .expect("您这笔钱今天怎么处理")
        .expect("您 >")
        .type_in("你们是哪家公司\r")
        .expect("也可以这样说")
        .expect("今天六点前")
        .expect("您 >")
        .type_in("今天天气不错\r")
        .expect("没听出是哪一句")
        .expect("您 >")
        .type_in("2\r")
        .expect("家里人")
        .expect("您 >")
        .type_in("q\r")
        .expect("先练到这里")
        .expect("先问清对方是谁");
    assert_eq!(by_q.code(), Some(0));
    let mut by_key = Terminal::run(&sandbox, "rehearse zl-1");
    by_key
        .expect("您 >")
        .type_in("1\r")
        .expect("今天六点前")
        .expect("您 >")
        .type_in(CTRL_C)
        .expect("先练到这里")
        .expect("练到一半停下，没有关系");
    assert_eq!(by_key.code(), Some(4));
    assert_eq!(sandbox.ledger(), before);
}

#[test]
fn esc_and_ctrl_d_end_a_practice_call_kindly_at_the_first_prompt_and_later() {
    for (lang, example, debt, first, kindly, line) in [
        (
            "zh-Hans",
            "zhaolian-bad-debt",
            "zl-1",
            "1\r",
            "先练到这里",
            "您 >",
        ),
        (
            "zh-Hant",
            "yalian-hongkong",
            "uaf-1",
            "1\r",
            "先練這麼多",
            "您 >",
        ),
        (
            "en",
            "mengshang-extension",
            "ms-1",
            "1\r",
            "That is enough for now",
            "You >",
        ),
    ] {
        let sandbox = Sandbox::new().with_example(example).speaking(lang);
        let before = sandbox.ledger();
        for key in [ESC, CTRL_D] {
            let mut at_once = Terminal::run(&sandbox, &format!("rehearse {debt}"));
            at_once.expect(line).type_in(key).expect(kindly);
            assert_eq!(at_once.code(), Some(4));
        }
        // Also with something typed already: Esc leaves, an arrow key does not.
        let mut later = Terminal::run(&sandbox, &format!("rehearse {debt}"));
        later
            .expect(line)
            .type_in(first)
            .expect(line)
            .type_in("我")
            .type_in("\x1b[D")
            .type_in(ESC)
            .expect(kindly);
        assert_eq!(later.code(), Some(4));
        assert_eq!(sandbox.ledger(), before);
    }
}
