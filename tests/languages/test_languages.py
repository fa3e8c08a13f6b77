"""Templates and documents in German and Japanese: clean when filled, one finding for one gap."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from designlint.check.result import DocumentResult
from designlint.check.run import check_document
from designlint.config.document_types import template_type
from designlint.config.load import read_settings
from designlint.config.plans import Overrides, build_plan
from designlint.config.validate import validate
from designlint.document import parse_document
from designlint.finding import Diagnostic, Severity
from designlint.outline import compile_template
from designlint.registers import DecisionEntry, QuestionEntry, RiskEntry
from designlint.registry import load_registry

HERE = Path(__file__).parent
LANGUAGES = ("german", "japanese")
Check = Callable[[str], DocumentResult]
Gap = tuple[str, str, str, str]
"""Text of the filled document, what stands there instead, the rule, and where it is told."""


def text_of(name: str) -> str:
    return (HERE / f"{name}.md").read_text("utf-8")


@pytest.fixture(scope="module")
def checks() -> dict[str, Check]:
    return {name: _checker(name) for name in LANGUAGES}


def _checker(language: str, registers: tuple[str, ...] = ()) -> Check:
    settings = read_settings(HERE / f"{language}.toml", HERE)
    registry = load_registry()
    plan = build_plan(
        template_type(HERE / f"{language}-template.md", HERE, "", settings.lexicon),
        settings,
        registry,
        validate(settings, registry),
        Overrides(),
        date(2026, 3, 1),
    )
    plan = replace(plan, registers=registers)
    return lambda text: check_document(parse_document(text, "a.md"), plan)


def place(text: str, found: Diagnostic) -> str:
    """The text that a diagnostic covers; most are on one line."""
    lines = text.split("\n")[found.start.line - 1 : found.end.line]
    lines[-1] = lines[-1][: found.end.column - 1]
    lines[0] = lines[0][found.start.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_document_is_clean(language: str, checks: dict[str, Check]) -> None:
    result = checks[language](text_of(language))
    assert result.failures == ()
    assert [(each.rule, each.start) for each in result.diagnostics] == []
    assert (result.status, result.completeness) == ("draft", 1.0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_itself_is_told_of_every_placeholder(
    language: str, checks: dict[str, Check]
) -> None:
    text = text_of(f"{language}-template")
    lines = text.split("\n")
    told = {each.start.line for each in checks[language](text).diagnostics}
    marked = {at for at, line in enumerate(lines, 1) if "[" in line or "［" in line or "【" in line}
    assert len(marked) > 10
    assert told > marked


TABLE_MODEL = "```sql\nCREATE TABLE preise (artikel TEXT PRIMARY KEY, betrag INTEGER);\n```\n"
GERMAN_TITLE = "# Entwurf: Preise aus dem Zwischenspeicher"
GERMAN_OVERVIEW = text_of("german").split("\n\n")[3]
GERMAN: list[Gap] = [
    # sections
    (f"## Datenmodell\n\n{TABLE_MODEL}", "", "missing-section", GERMAN_TITLE),
    ("### Nicht-Ziele\n\n- Die", "Die", "missing-section", "## Ziele und Nicht-Ziele"),
    ("\n- Die Preisregeln selbst bleiben, wie sie sind.\n", "", "empty-section", "### Nicht-Ziele"),
    ("# Entwurf: Preise", "# Preise", "title-mismatch", "# Preise aus dem Zwischenspeicher"),
    # what the template left
    ("Neun von zehn Anfragen", "[Ziel mit Zahl]", "leftover-placeholder", "[Ziel mit Zahl]"),
    ("Einträge\n\n", "[Titel der Entscheidung]\n\n", "leftover-placeholder",
     "[Titel der Entscheidung]"),
    ("Etwa 300", "Etwa [Hier die Zahl eintragen]", "leftover-placeholder",
     "[Hier die Zahl eintragen]"),
    ("### Ziele\n", "Jedes Ziel lässt sich messen, auch die Größe der\nErsparnis.\n\n### Ziele\n",
     "leftover-instructions", "Jedes Ziel lässt sich messen, auch die Größe der\nErsparnis."),
    ("Jörg Übelmann", "Vorname Nachname", "", ""),
    # markers and fillers
    ("Etwa 300", "OFFEN: 300", "todo-marker", "OFFEN"),
    (GERMAN_OVERVIEW, "Entfällt.", "filler-text", "Entfällt."),
    (GERMAN_OVERVIEW, "k. A.", "filler-text", "k. A."),
    (GERMAN_OVERVIEW, "…", "filler-text", "…"),
    (TABLE_MODEL, "Keine\n", "filler-text", "Keine"),
    (TABLE_MODEL, "Keine – es kommt keine Tabelle dazu.\n", "", ""),
    (TABLE_MODEL, "Entfällt: es kommt keine Tabelle dazu.\n", "", ""),
    (TABLE_MODEL, "k. A., weil keine Tabelle dazukommt.\n", "", ""),
    # optional sections
    ("## GRÖSSENORDNUNG\n\nEtwa 300 Anfragen in der Sekunde.\n", "", "", ""),
    ("## GRÖSSENORDNUNG", "## 6. Größenordnung (Falls zutreffend)", "", ""),
    # fields
    (": Jeder Knoten hält heute eigene Kopien.", ":", "empty-field", ""),
    ("- **Hintergrund**: Preise gelten höchstens einen Tag.\n", "", "missing-field",
     "### Entscheidung 2: Ablauf der Einträge"),
    ("**Stand**: Entwurf", "**Stand**: Erledigt", "invalid-status", "Erledigt"),
    ("**Stand**: Entwurf", "**Stand**: in Prüfung (seit Montag)", "", ""),
    # decisions
    ("Redis oder Speicher im Prozess", "Redis", "too-few-options", ""),
    ("Redis, weil alle Knoten dieselben Preise zeigen müssen.", "noch offen",
     "undecided-decision", ""),
    ("Redis, weil alle Knoten dieselben Preise zeigen müssen.", "OFFEN (Ines fragt nach)",
     "undecided-decision", ""),
    ("Redis, weil alle Knoten dieselben Preise zeigen müssen.", "Wir nehmen Postgres.",
     "undecided-decision", ""),
    ("Redis, weil alle Knoten dieselben Preise zeigen müssen.", "Keine von beiden, zu teuer.",
     "", ""),
    # risks
    ("Die Kasse liest am Speicher vorbei", "keine", "unmitigated-risk", "keine"),
    ("Die Kasse liest am Speicher vorbei", "OFFEN", "unmitigated-risk", "OFFEN"),
    ("Die Kasse liest am Speicher vorbei", "Keine – der Betrag ist klein", "", ""),
    # questions
    ("   - Antwort: Ja, für alle.\n", "", "unanswered-question",
     "Gilt die Frist auch für Sonderpreise?"),
    ("Ja, für alle.", "ungeklärt", "unanswered-question",
     "Gilt die Frist auch für Sonderpreise?"),
    ("Antwort: Ja, für alle.", "Fällig: 1.2.2026", "overdue-question",
     "Gilt die Frist auch für Sonderpreise?"),
    ("   - Zuständig: Jörg\n", "", "incomplete-question",
     "Gilt die Frist auch für Sonderpreise?"),
    # targets
    ("Neun von zehn Anfragen in einer Zehntelsekunde", "Spürbar schneller als heute",
     "unmeasurable-target", "**Zielwerte**:"),
    ("Neun von zehn Anfragen in einer Zehntelsekunde", "Langsamer als heute nie", "", ""),
    ("kein einziger im Monat", "möglichst wenige", "unmeasurable-target", "möglichst wenige"),
]  # fmt: skip
JAPANESE_MODEL = "```sql\nCREATE TABLE prices (item TEXT PRIMARY KEY, amount INTEGER);\n```\n"
JAPANESE_OVERVIEW = text_of("japanese").split("\n\n")[3]
JAPANESE: list[Gap] = [
    # sections
    (f"## データモデル\n\n{JAPANESE_MODEL}", "", "missing-section", "# 設計書：価格キャッシュ"),
    ("### 目標\n\n- 九割", "九割", "missing-section", "## 目標と対象外"),
    ("\n- 価格の計算規則は変えない。\n", "", "empty-section", "### 対象外とする項目"),
    ("# 設計書：価格", "# 価格", "title-mismatch", "# 価格キャッシュ"),
    # what the template left
    ("九割の要求に40ミリ秒以内で応答する。", "［数値目標］", "leftover-placeholder",
     "［数値目標］"),
    ("有効期限\n\n", "【決定の題名】\n\n", "leftover-placeholder", "【決定の題名】"),
    ("山田花子", "［氏名］", "leftover-placeholder", "［氏名］"),
    ("利用者から見た違いは応答の速さだけである。", "違いは［利用者への影響をここに書く］である。",
     "leftover-placeholder", "［利用者への影響をここに書く］"),
    ("### 目標\n", "数値で測れる目標を\n書いてください。\n\n### 目標\n", "leftover-instructions",
     "数値で測れる目標を\n書いてください。"),
    # markers and fillers
    ("毎秒およそ300件。", "作成中：300件", "todo-marker", "作成中"),
    ("毎秒およそ300件。", "毎秒300件（要確認）。", "todo-marker", "要確認"),
    (JAPANESE_OVERVIEW, "該当なし。", "filler-text", "該当なし。"),
    (JAPANESE_OVERVIEW, "ー", "filler-text", "ー"),
    (JAPANESE_MODEL, "なし\n", "filler-text", "なし"),
    (JAPANESE_MODEL, "なし — 新しい表は増えない。\n", "", ""),
    (JAPANESE_MODEL, "該当なし（新しい表は増えない）。\n", "", ""),
    (JAPANESE_MODEL, "なし。新しい表は増えないため。\n", "", ""),
    # optional sections
    ("## ４．性能見積もり\n\n毎秒およそ300件。\n", "", "", ""),
    ("## ４．性能見積もり", "## 性能見積もり（任意）", "", ""),
    # fields
    ("：いまは各ノードが別々の写しを持っている。", "：", "empty-field", ""),
    ("- **背景**：価格は長くても一日しか有効でない。\n", "", "missing-field",
     "### 決定２：有効期限"),
    ("状態：草案", "状態：完了", "invalid-status", "完了"),
    ("状態：草案", "状態：レビュー中（二回目）", "", ""),
    # decisions
    ("Redis、プロセス内メモリ", "Redis", "too-few-options", ""),
    ("Redisにする。全ノードが同じ価格を示す必要があるため。", "検討中", "undecided-decision", ""),
    ("Redisにする。全ノードが同じ価格を示す必要があるため。", "未定（来週の会議で決める）",
     "undecided-decision", ""),
    ("Redisにする。全ノードが同じ価格を示す必要があるため。", "別の製品を採用する。",
     "undecided-decision", ""),
    ("Redisにする。全ノードが同じ価格を示す必要があるため。", "両方を使う。", "", ""),
    # risks
    ("会計はキャッシュを通さずに読む", "なし", "unmitigated-risk", "なし"),
    ("会計はキャッシュを通さずに読む", "未定", "unmitigated-risk", "未定"),
    ("会計はキャッシュを通さずに読む", "なし — 差額が小さいため受け入れる", "", ""),
    # questions
    ("   - 回答：すべてに適用する。\n", "", "unanswered-question",
     "期限は特別価格にも適用するか？"),
    ("すべてに適用する。", "未定", "unanswered-question", "期限は特別価格にも適用するか？"),
    ("回答：すべてに適用する。", "期限：2026年2月1日", "overdue-question",
     "期限は特別価格にも適用するか？"),
    ("   - 担当：山田\n", "", "incomplete-question", "期限は特別価格にも適用するか？"),
    # targets
    ("九割の要求に40ミリ秒以内\n", "十分な応答時間\n", "unmeasurable-target", "**性能目標**："),
    ("九割の要求に40ミリ秒以内\n", "４０ミリ秒\n", "", ""),
    ("すべての分岐を試験する", "主な分岐だけを試験する", "unmeasurable-target",
     "**網羅率の目標**："),
    ("すべての分岐を試験する", "すべて", "thin-section", "**網羅率の目標**："),
    ("月に一回まで", "少ない", "unmeasurable-target", "少ない"),
]  # fmt: skip
GAPS = [
    *(("german", *gap) for gap in GERMAN),
    *(("japanese", *gap) for gap in JAPANESE),
]


@pytest.mark.parametrize(("language", "old", "new", "rule", "where"), GAPS)
def test_one_gap(
    language: str, old: str, new: str, rule: str, where: str, checks: dict[str, Check]
) -> None:
    filled = text_of(language)
    assert old in filled
    text = filled.replace(old, new, 1)
    found = checks[language](text).diagnostics
    assert [each.rule for each in found] == ([rule] if rule else [])
    if where:
        assert place(text, found[0]) == where
    elif rule:
        # A field is told at its label, which stands on the line that was changed.
        changed = filled[: filled.index(old)].count("\n") + 1
        assert found[0].start.line == changed


QUESTIONS = {
    "german": (
        "## Offene Fragen\n",
        ["Keine offenen Fragen.", "Keine.", "Entfällt – alles ist geklärt."],
        "### Geklärte Fragen\n\n1. Gilt das?\n   - Zuständig: Ines\n",
    ),
    "japanese": (
        "## 未解決の質問\n",
        ["未解決の質問はありません。", "なし", "特になし。"],
        "### 解決済みの質問\n\n1. 本当か？\n   - 担当：佐藤\n",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_questions_and_resolved_ones(language: str, checks: dict[str, Check]) -> None:
    heading, phrases, resolved = QUESTIONS[language]
    before = text_of(language).partition(heading)[0] + heading + "\n"
    for phrase in phrases:
        assert checks[language](before + phrase + "\n").diagnostics == (), phrase
    assert checks[language](text_of(language) + "\n" + resolved).diagnostics == ()
    open_ones = resolved.partition("\n\n")[2]
    (found,) = checks[language](before + open_ones).diagnostics
    assert found.rule == "unanswered-question"


@pytest.mark.parametrize(
    ("language", "old", "new", "status"),
    [
        ("german", "Stand**: Entwurf", "Stand**: Angenommen", "accepted"),
        ("german", "Stand**: Entwurf", "Stand**: In Prüfung", "review"),
        ("japanese", "状態：草案", "状態：承認済み", "accepted"),
        ("japanese", "状態：草案", "状態：レビュー中", "review"),
    ],
)
def test_the_status_ladder(
    language: str, old: str, new: str, status: str, checks: dict[str, Check]
) -> None:
    question = "   - Antwort: Ja, für alle.\n   - 回答：すべてに適用する。\n".splitlines(True)
    text = text_of(language)
    for line in question:
        text = text.replace(line, "")
    (draft,) = checks[language](text).diagnostics
    result = checks[language](text.replace(old, new))
    (final,) = result.diagnostics
    assert result.status == status
    assert (draft.severity, final.severity) == (Severity.WARNING, Severity.ERROR)


def test_a_status_asked_for_by_its_own_name() -> None:
    lexicon = read_settings(HERE / "japanese.toml", HERE).lexicon
    template = '# 表\n\n## 結果\n<!-- designlint: when="状態=承認済み" -->\n\n［書く］\n'
    (section,) = compile_template(template, "t.md", lexicon).root.children
    assert section.demand.when == ("status", "accepted")


@pytest.mark.parametrize(
    ("language", "questions", "risks", "decisions"),
    [
        (
            "german",
            [("Jörg", "Ja, für alle."), ("Ines", "der Bereitschaftsdienst.")],
            [("Hoch", 3), ("Mittel (langsam)", 2)],
            [
                ("Ort des Zwischenspeichers", "Redis",
                 "alle Knoten dieselben Preise zeigen müssen."),
                ("Ablauf der Einträge", "Variante A, sie ist einfacher.", ""),
            ],
        ),
        (
            "japanese",
            [("山田", "すべてに適用する。"), ("佐藤", "当番の運用担当者")],
            [("高", 3), ("中（遅くなる）", 2)],
            [
                ("キャッシュの置き場所",
                 "Redisにする。全ノードが同じ価格を示す必要があるため。", ""),
                ("有効期限", "A案を採用する。仕組みが単純なため。", ""),
            ],
        ),
    ],
)  # fmt: skip
def test_registers(
    language: str,
    questions: list[tuple[str, str]],
    risks: list[tuple[str, int]],
    decisions: list[tuple[str, str, str]],
) -> None:
    entries = _checker(language, ("questions", "risks", "decisions"))(text_of(language)).entries
    assert [(e.owner, e.answer) for e in entries if isinstance(e, QuestionEntry)] == questions
    assert [(e.impact, e.exposure) for e in entries if isinstance(e, RiskEntry)] == risks
    chosen = [(e.decision, e.choice, e.rationale) for e in entries if isinstance(e, DecisionEntry)]
    assert chosen == decisions
