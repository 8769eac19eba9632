//! Wrong input: one clear sentence in the user's language, the right exit code, nothing changed, no waiting.

use std::io::Read;
use std::process::Stdio;

use crate::support::Sandbox;

fn begun(lang: &'static str) -> Sandbox {
    Sandbox::new().speaking(lang).with_ledger(
        "version = 1\n[[lender]]\nid = \"l\"\nname = \"L\"\n[[debt]]\nid = \"zl-1\"\nlender = \"l\"\noldest-unpaid = 2026-08-10\n[[debt.claim]]\non = 2026-11-01\ntotal = \"1000\"\n",
    )
}

#[test]
fn claps_own_refusals_are_told_in_the_users_language() {
    let case = |lang, args: &[&str], first: &str| {
        let run = begun(lang).run(args);
        assert_eq!(run.code, 2, "{args:?}: {run:?}");
        assert_eq!(run.out, "");
        assert_eq!(run.err.lines().next().unwrap(), first, "{args:?}");
    };
    case("en", &["pya"], "error: there is no command `pya`");
    case("zh-Hans", &["pya"], "错误：没有 `pya` 这个命令");
    case("zh-Hant", &["pya"], "錯誤：沒有 `pya` 這個指令");
    case(
        "zh-Hans",
        &["pay", "zl-1", "5", "--onn", "x"],
        "错误：这里没有 `--onn` 这个参数",
    );
    case(
        "zh-Hans",
        &["pay", "zl-1", "5", "--on", "昨天"],
        "错误：--on 的 `昨天`：这里请写日期本身（今天是 2026-11-16）",
    );
    case(
        "zh-Hans",
        &["pay", "zl-1", "5", "--on"],
        "错误：--on 后面要写一个值",
    );
    case(
        "zh-Hans",
        &["log", "add", "--channel", "电报"],
        "错误：--channel 不能写 `电报`",
    );
    case(
        "zh-Hant",
        &["claim", "zl-1", "--total", "1", "--fees", "1"],
        "錯誤：--total 和 --fees 不能一起用",
    );
    case(
        "en",
        &[
            "pay",
            "zl-1",
            "5",
            "--on",
            "2026-11-01",
            "--on",
            "2026-11-02",
        ],
        "error: --on is said twice",
    );
    case(
        "en",
        &["pay", "zl-1", "5", "6"],
        "error: `6` is not known here",
    );
    case(
        "en",
        &["pay", "zl-1", "-5"],
        "error: `-5` for <AMOUNT>: the amount must be more than 0, such as 500",
    );
    case(
        "zh-Hans",
        &["pay", "zl-1", "0"],
        "错误：<金额> 的 `0`：金额要大于 0，例如 500",
    );
    case(
        "zh-Hant",
        &["claim", "zl-1", "--total", "-4"],
        "錯誤：--total 的 `-4`：金額不能小於 0",
    );
    case(
        "zh-Hans",
        &["simulate", "zl-1", "--offer", "延期6个月"],
        "错误：--offer 的 `延期6个月`：没有“延期6个月”这个条款；例如延期 6 个月写成 extend 6，减免一半利息写成 waive interest=50%，两样用 ; 隔开",
    );
    case("zh-Hans", &["letter"], "错误：还缺：<欠款编号>");
    case("en", &["lender", "show"], "error: this is missing: <ID>");
    case(
        "en",
        &["status", "--lang", "klingon"],
        "error: `klingon` for --lang: possible: zh-Hans · zh-Hant · en",
    );
}

#[test]
fn near_names_are_suggested() {
    let run = begun("zh-Hans").run(&["debt", "lsit"]);
    assert_eq!(
        run.err,
        "错误：没有 `lsit` 这个命令\n提示：您是想写 `list` 吗？\n提示：写法：forbear debt [命令]\n提示：更多说明：forbear debt --help\n"
    );
    let run = begun("en").run(&["pay", "zl1", "5"]);
    assert_eq!(run.code, 1);
    assert_eq!(
        run.err,
        "error: there is no debt `zl1`\nhint: did you mean `zl-1`?\nhint: choose from: zl-1\n"
    );
}

#[test]
fn money_is_refused_at_both_edges() {
    let sandbox = begun("en");
    let before = sandbox.ledger();
    for bad in [
        "0",
        "0.001",
        "abc",
        "1,20",
        "10000000000000.01",
        "1e5",
        "",
        "５．",
    ] {
        let run = sandbox.run(&["pay", "zl-1", bad]);
        assert_eq!(run.code, 2, "{bad}: {run:?}");
        assert_eq!(run.err.matches("error:").count(), 1, "{}", run.err);
    }
    assert_eq!(sandbox.ledger(), before);
    sandbox.ok(&["pay", "zl-1", "0.01"]);
    sandbox.ok(&["claim", "zl-1", "--total", "10000000000000"]);
}

#[test]
fn dates_are_refused_at_both_edges() {
    let sandbox = begun("en");
    for bad in ["1899-12-31", "2200-01-01", "2026-02-29", "2026-13-01"] {
        assert_eq!(
            sandbox.run(&["pay", "zl-1", "5", "--on", bad]).code,
            2,
            "{bad}"
        );
    }
    let future = sandbox.run(&["pay", "zl-1", "5", "--on", "2026-11-17"]);
    assert_eq!(future.code, 1);
    assert!(
        future
            .err
            .starts_with("error: 2026-11-17 is after 2026-11-16"),
        "{}",
        future.err
    );
    sandbox.ok(&["pay", "zl-1", "5", "--on", "2026-11-16"]);
}

#[test]
fn what_was_typed_cannot_command_the_terminal() {
    let run = begun("en").run(&["pay", "\u{1b}[2Jx", "5"]);
    assert!(!run.err.contains('\u{1b}'), "{:?}", run.err);
    let run = begun("en").run(&["\u{1b}]0;x\u{7}"]);
    assert!(!run.err.contains(['\u{1b}', '\u{7}']), "{:?}", run.err);
}

#[test]
fn errors_for_programs_are_one_line_of_json() {
    for args in [
        &["pay", "nosuch", "5", "--json"][..],
        &["--json", "pya"],
        &[
            "check",
            "--ledger",
            "/nonexistent/x.toml",
            "--format",
            "json",
        ],
        &["pay", "--json"],
    ] {
        let run = begun("en").run(args);
        let error: serde_json::Value =
            serde_json::from_str(&run.err).unwrap_or_else(|_| panic!("{run:?}"));
        assert_eq!(error["schema"], "forbear.error.v1");
        assert!(
            error["kind"].is_string() && error["message"].is_string() && error["hints"].is_array()
        );
    }
    let broken = Sandbox::new().with_ledger("version = 1\ncurrncy = \"CNY\"\n");
    let run = broken.run(&["check", "--json"]);
    let error: serde_json::Value = serde_json::from_str(&run.err).unwrap();
    assert_eq!(error["where"]["line"], 2);
    assert_eq!(error["where"]["column"], 1);
    assert_eq!(run.code, 1);
}

#[test]
fn mistakes_of_the_ledger_are_drawn_once() {
    let run = Sandbox::new()
        .speaking("zh-Hans")
        .with_ledger("version = 1\n[[debt]]\nid = \"a\"\nlender = \"nobody\"\n")
        .run(&["check"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.err.matches("nobody").count(), 2, "{}", run.err); // once told, once on the user's own line
}

#[test]
fn nothing_waits_where_nobody_can_answer() {
    let sandbox = begun("en");
    for args in [
        &["init"][..],
        &["lender", "add"],
        &["debt", "add"],
        &["income", "add"],
        &["expense", "add"],
        &["pay"],
        &["pay", "zl-1"],
        &["claim", "zl-1"],
        &["log", "add", "zl-1"],
    ] {
        let ledger = if args[0] == "init" { "other.toml" } else { "" };
        let path = sandbox.path(ledger).to_string_lossy().into_owned();
        let ledger: &[&str] = if args[0] == "init" {
            &["--ledger", &path]
        } else {
            &[]
        };
        for input in ["", "y\ny\ny\n"] {
            let run = sandbox.run_with_input(&[args, ledger].concat(), input);
            assert_eq!(run.code, 4, "{args:?}: {run:?}");
            assert!(
                run.err.contains("is missing, and nobody can be asked here"),
                "{}",
                run.err
            );
        }
    }
}

#[test]
fn what_has_no_flag_is_named_in_the_users_language() {
    let run = begun("zh-Hans").run(&["pay"]);
    assert_eq!(run.code, 4);
    assert_eq!(
        run.err,
        "错误：还缺 <欠款编号>，这里又没有人可以问\n提示：请写上 <欠款编号>，或者在终端里运行，不加 --no-input\n"
    );
    let run = begun("zh-Hant").run(&["pay", "zl-1"]);
    assert!(run.err.starts_with("錯誤：還缺 <金額>"), "{}", run.err);
}

#[test]
fn a_pipe_closed_early_is_a_quiet_end() {
    let sandbox = Sandbox::new();
    for args in [&["man"][..], &["--help"], &["help", "numbers"]] {
        let mut child = sandbox
            .command(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut err = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut err)
            .unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{args:?}");
        assert_eq!(err, "", "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_an_error() {
    let sandbox = Sandbox::new();
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = sandbox.command(&["man"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .starts_with("error: the output cannot be written")
    );
}

#[test]
fn the_day_must_be_a_day() {
    let run = Sandbox::new().on("tomorrow").run(&["history"]);
    assert_eq!(run.code, 1);
    assert_eq!(
        run.err,
        "error: FORBEAR_TODAY: `tomorrow` is not a date; write it like 2026-11-16\n"
    );
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_utf8_are_refused() {
    use std::os::unix::ffi::OsStrExt;
    let sandbox = begun("en");
    let output = sandbox
        .command(&["pay"])
        .arg(std::ffi::OsStr::from_bytes(b"\xd5\xd0\xc1\xaa"))
        .arg("5")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_lender_that_is_not_there_is_told_both_ways() {
    let run = begun("zh-Hans").run(&[
        "debt",
        "add",
        "zl-2",
        "--lender",
        "招联消费",
        "--total",
        "5",
    ]);
    assert_eq!(run.code, 1);
    assert_eq!(
        run.err,
        "错误：没有贷款人 `招联消费`\n提示：现有：l\n提示：先记贷款人：forbear lender add 招联消费 --name 全称 --kind 种类 --region 地区\n提示：或者一步记好：forbear debt add 招联消费-1 --lender 招联消费 --lender-name 全称 --lender-kind 种类 --lender-region 地区\n"
    );
    let run = begun("en").run(&["debt", "set", "zl-1", "--lender", "nobody"]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.starts_with("error: there is no lender `nobody`\n"),
        "{}",
        run.err
    );
}
