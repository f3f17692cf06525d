"""The graph: a reviewer sees every question, every answer and where it leads, and nothing covers anything else."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from kiosk import paths
from kiosk.content.graph.page import page
from kiosk.content.sources import read
from tests.content.test_command import says
from tests.samples import Sample

SVG = "{http://www.w3.org/2000/svg}"
FIRST, LETTER = "flows/challenge.toml", "flows/letter.toml"


def pictures(html: str) -> list[Element]:
    return [fromstring(svg) for svg in re.findall(r"<svg .*?</svg>", html, re.DOTALL)]


def said(picture: Element) -> str:
    return " ".join(text.text or "" for text in picture.iter(f"{SVG}text"))


def corners(shape: Element) -> tuple[int, int, int, int]:
    x, y, width, height = (int(shape.get(name, "")) for name in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


def overlapping(picture: Element) -> list[tuple[object, object]]:
    shapes = [corners(shape) for shape in picture.iter(f"{SVG}rect")]
    return [
        (one, other)
        for one, other in combinations(shapes, 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


def test_every_flow_has_a_picture_and_the_first_comes_first(sample: Sample) -> None:
    html = page(sample.content())
    assert re.findall(r"<h2>(.*?)</h2>", html) == ["Disagreeing (challenge)", "The letter (letter)"]
    assert "Every visit begins here." in html
    assert "Comes from: challenge: decision." in html


def test_every_question_answer_and_condition_is_said(sample: Sample) -> None:
    first, letter = pictures(page(sample.content()))
    for words in ("Who is asking?", "• I am a parent", "every answer without an arrow", "What was decided?"):
        assert words in said(first)
    assert "if who = young-person talk You can talk. otherwise talk You can talk." in said(first)
    assert "only if who = young-person" in said(first)
    assert "letter: letter-date When was it sent?" in said(first)
    assert "a date and every answer without an arrow appeal You can challenge this." in said(letter)


def test_a_line_leads_from_each_answer_to_its_question(sample: Sample) -> None:
    first, letter = pictures(page(sample.content()))
    edges = [path for path in first.iter(f"{SVG}path") if path.get("class") == "edge"]
    assert len(edges) == 1
    assert not [path for path in letter.iter(f"{SVG}path") if path.get("class") == "edge"]


def test_nothing_covers_anything_else_in_the_content_we_ship() -> None:
    for picture in pictures(page(read(paths.DATA))):
        assert overlapping(picture) == []
        width, height = int(picture.get("width", "")), int(picture.get("height", ""))
        for shape in picture.iter(f"{SVG}rect"):
            _, _, right, bottom = corners(shape)
            assert right <= width
            assert bottom <= height


def test_words_that_mean_something_in_html_are_only_words(sample: Sample) -> None:
    sample.change(LETTER, "When was it sent?", "<b>When</b> & why?")
    assert "&lt;b&gt;When&lt;/b&gt; &amp; why?" in page(sample.content())


def test_a_text_for_each_audience_is_said_as_one_hears_it(sample: Sample) -> None:
    sample.change(
        LETTER, '"When was it sent?"', '{ parent = "When?", young-person = "When so?", helper = "When now?" }'
    )
    assert "When now?" in page(sample.content())


def test_what_leads_nowhere_is_drawn_too(sample: Sample) -> None:
    sample.change(FIRST, 'to = "outcome:talk"', 'to = "outcome:tlak"')
    sample.change(LETTER, 'to = "outcome:appeal"', 'to = "sooner"')
    first, letter = pictures(page(sample.content()))
    assert "tlak is not there" in said(first)
    assert "sooner is not there" in said(letter)


def test_a_loop_does_not_hold_the_drawing_up(sample: Sample) -> None:
    sample.change(FIRST, 'to = "outcome:talk"', 'to = "who"')
    for picture in pictures(page(sample.content())):
        assert overlapping(picture) == []


def test_a_line_passes_beside_the_boxes_between(sample: Sample) -> None:
    sample.change(FIRST, 'audience = "young-person"', 'audience = "young-person"\nto = "middle"')
    middle = '[[question]]\nid = "middle"\nkind = "choice"\ntext = "And?"\nto = "decision"\n'
    option = '[[question.option]]\nid = "yes"\ntext = "Yes"\n[[question.option]]\nid = "no"\ntext = "No"\n'
    sample.change(FIRST, '[[question]]\nid = "decision"', f'{middle}{option}[[question]]\nid = "decision"')
    assert sample.problems() == []
    first, _ = pictures(page(sample.content()))
    assert overlapping(first) == []
    assert len([path for path in first.iter(f"{SVG}path") if path.get("class") == "edge"]) == 3


def test_an_empty_flow_is_drawn(sample: Sample) -> None:
    sample.add(LETTER, 'id = "letter"\ntitle = "The letter"\nfirst = "letter-date"\n')
    assert "The letter (letter)" in page(sample.content())


def test_the_command_says_what_it_drew(sample: Sample, tmp_path: Path) -> None:
    result = says("content", "graph", tmp_path / "graph.html", "--data", sample.folder)
    assert (result.exit_code, result.stdout) == (0, f"Drawn {tmp_path / 'graph.html'}.\n")
    assert (tmp_path / "graph.html").read_text(encoding="utf-8") == page(sample.content())


def test_a_page_that_cannot_be_written_is_one_sentence(sample: Sample, tmp_path: Path) -> None:
    result = says("content", "graph", tmp_path / "nowhere" / "graph.html", "--data", sample.folder)
    assert result.exit_code == 2
    assert result.stderr.endswith("graph.html cannot be written (No such file or directory).\n")
