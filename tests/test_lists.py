from pathlib import Path

from kg.lists import lines_of, rows_of, words_of

REMARK = "# what this is\n"


def test_remarks_and_empty_lines_are_no_content(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(f"{REMARK}eins zwei\n\n# und dann\ndrei # vier\n", encoding="utf-8")
    assert lines_of(path) == ("eins zwei", "drei # vier")
    assert words_of(path) == ("eins", "zwei", "drei", "#", "vier")


def test_rows_keep_quoted_commas_and_column_names(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f'{REMARK}noun,verbs\nÄußerung,"sagen, meinen"\n', encoding="utf-8")
    assert rows_of(path) == ({"noun": "Äußerung", "verbs": "sagen, meinen"},)
