"""The app in a real browser, on the sample corpus: every page is used as a reader would, and nothing leaves this machine.

With PINCITE_SCREENSHOTS=1 the pictures in docs/screenshots are made anew.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, Position, expect, sync_playwright

from tests.corpus_fixture import sample_corpus
from tests.small_case import HOSTILE, write_case

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SECONDS = 90  # a page is drawn in two; the machine may have other work
LARGEST_PICTURE = 300_000  # bytes
HEADER, ROW = 40, 60  # pixels of a table
YELLOW = (255, 236, 130)


@dataclass
class Reader:
    """The page in the browser, where the app is, and every address that was asked for."""

    page: Page
    url: str
    asked: list[str] = field(default_factory=list)

    def go(self, name: str) -> None:
        """Open a page by its tab, as a reader does."""
        self.page.get_by_test_id("stTopNavLink").filter(has_text=re.compile(f"{name}$")).click()
        self.page.wait_for_url(re.compile(rf"/{name.lower()}$" if name != "Timeline" else r"/$"))
        self.settle()

    def settle(self) -> None:
        """Wait until the app has nothing more to draw."""
        self.page.wait_for_timeout(400)
        expect(self.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        expect(self.page.get_by_test_id("stSpinner")).to_have_count(0)

    def words(self) -> str:
        return self.page.get_by_test_id("stMain").inner_text()


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app, started as people start it but from another folder, so that its settings are found beside it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--server.port", str(port), "--server.headless", "true", "--server.fileWatcherType", "none"]
    corpus = sample_corpus(tmp_path_factory)
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with log.open("w") as out:
        command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *options, "--", str(corpus)]
        server = subprocess.Popen(command, cwd=log.parent, stdout=out, stderr=subprocess.STDOUT)
    try:
        _await(f"http://127.0.0.1:{port}/_stcore/health", server, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def _await(health: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(health, timeout=2) as answer:  # noqa: S310  # our own server on this machine
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.3)
    pytest.fail(f"the app did not start:\n{log.read_text()}")


@pytest.fixture(scope="module")
def reader(url: str) -> Iterator[Reader]:
    if CHROMIUM is None:
        pytest.skip("no chromium, chromium-browser or google-chrome on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(SECONDS * 1000)
        expect.set_options(timeout=SECONDS * 1000)
        found = Reader(page, url)
        page.on("request", lambda request: found.asked.append(request.url))
        page.on("websocket", lambda socket_: found.asked.append(socket_.url))
        page.goto(url)
        found.settle()
        yield found
        browser.close()


@pytest.fixture
def picture(reader: Reader, tmp_path: Path) -> Callable[[str], None]:
    """Keep a picture of the page as it stands; no exception may be on it."""
    wanted = os.environ.get("PINCITE_SCREENSHOTS") == "1"
    folder = ROOT / "docs" / "screenshots" if wanted else tmp_path

    def keep(name: str) -> None:
        reader.settle()
        reader.page.mouse.move(2, 2)
        reader.page.wait_for_timeout(600)  # hints fade
        expect(reader.page.get_by_test_id("stException")).to_have_count(0)
        image = Image.open(io.BytesIO(reader.page.screenshot())).convert("RGB")  # without an alpha channel it is smaller
        folder.mkdir(parents=True, exist_ok=True)
        image.save(folder / f"{name}.png", optimize=True)
        assert (folder / f"{name}.png").stat().st_size < LARGEST_PICTURE

    return keep


def table(reader: Reader, number: int = 0) -> Locator:
    return reader.page.get_by_test_id("stDataFrame").nth(number)


def click_row(reader: Reader, row: int, *, height: int = ROW, number: int = 0) -> None:
    """Click on a cell of a table, anywhere but on the row's mark."""
    table(reader, number).click(position={"x": 250, "y": HEADER + height * row + height / 2})
    reader.settle()


def see_page_image(reader: Reader) -> None:
    """A printed page is there and was drawn: it has a highlighter's yellow on it."""
    expect(reader.page.get_by_test_id("stImage").locator("img").first).to_be_visible()
    end = time.monotonic() + SECONDS
    while YELLOW not in _colours(reader):  # the app may still be drawing the page of another statement
        assert time.monotonic() < end, "nothing is marked on the page"
        reader.page.wait_for_timeout(500)


def _colours(reader: Reader) -> set[object]:
    address = reader.page.get_by_test_id("stImage").locator("img").first.get_attribute("src") or ""
    answer = reader.page.request.get(address if address.startswith("http") else reader.url + address)
    if not answer.ok:
        return set()
    image = Image.open(io.BytesIO(answer.body())).convert("RGB")
    assert image.width > 600
    return {colour for _, colour in image.getcolors(1 << 24) or []}


def middle_of_a_dot(chart: Locator) -> Position:
    """A point of the chart with one and the same strong colour for some pixels around it: well inside a large dot."""
    image = Image.open(io.BytesIO(chart.screenshot())).convert("RGB")
    pixels = {(x, y): image.getpixel((x, y)) for x in range(120, image.width) for y in range(50, image.height)}
    for (x, y), colour in pixels.items():
        around = {pixels.get((x + i, y + j)) for i in range(9) for j in range(5)}
        if isinstance(colour, tuple) and max(colour) - min(colour) > 40 and around == {colour}:
            return {"x": x + 4, "y": y + 2}
    pytest.fail("no dot in the chart")


def test_the_timeline_is_drawn_and_a_dot_lists_its_statements(reader: Reader, picture: Callable[[str], None]) -> None:
    reader.go("Timeline")
    expect(reader.page.get_by_test_id("stVegaLiteChart")).to_be_visible()
    see_page_image(reader)
    picture("timeline")
    dot = middle_of_a_dot(reader.page.get_by_test_id("stVegaLiteChart"))
    reader.page.get_by_test_id("stVegaLiteChart").click(position=dot)
    expect(reader.page.get_by_text(re.compile(r"^\d+ statements? of the dot that you clicked"))).to_be_visible()
    reader.page.get_by_text("By month").click()
    picture("timeline-months")
    reader.page.get_by_text("By speaker").click()
    reader.settle()


def test_a_statement_is_chosen_and_seen_on_its_page(reader: Reader, picture: Callable[[str], None]) -> None:
    reader.go("Statements")
    before = reader.page.get_by_test_id("stCode").first.inner_text()
    reader.page.get_by_role("combobox", name="Document").click()
    reader.page.get_by_role("option", name=re.compile(r"449\.5\.pdf")).click()
    reader.settle()
    click_row(reader, 6)
    assert reader.page.get_by_test_id("stCode").first.inner_text() != before
    expect(reader.page.get_by_test_id("stCode").first).to_contain_text("Okafor Dep. ")
    see_page_image(reader)
    picture("statements")


def test_a_ruling_is_kept(reader: Reader) -> None:
    reader.page.get_by_role("textbox", name="Reviewer").fill("A. Nalyst")
    reader.page.keyboard.press("Enter")
    reader.settle()
    reader.page.get_by_role("button", name="Accept").click()
    expect(reader.page.get_by_test_id("stMain").get_by_text("accepted").first).to_be_visible()
    reader.page.get_by_role("button", name="Clear filters").click()
    reader.settle()
    expect(reader.page.get_by_text(re.compile(r"^(\d+) of \1 statements shown"))).to_be_visible()


def test_a_person_is_picked(reader: Reader, picture: Callable[[str], None]) -> None:
    reader.go("People")
    choice = reader.page.get_by_test_id("stMain").get_by_role("combobox").first
    choice.click()
    choice.fill("Voss")
    reader.page.get_by_role("option", name=re.compile("Katharina Voss")).first.click()
    reader.settle()
    expect(reader.page.get_by_role("heading", name="Katharina Voss")).to_be_visible()
    see_page_image(reader)
    picture("people")
    reader.page.get_by_text("Knew when").click()
    reader.settle()
    expect(reader.page.get_by_text("The first statement on each topic")).to_be_visible()
    picture("people-knew")


def test_a_thread_is_opened_and_one_of_its_mails(reader: Reader, picture: Callable[[str], None]) -> None:
    reader.go("Threads")
    expect(reader.page.get_by_text(re.compile(r"^\d+ threads of \d+ mails"))).to_be_visible()
    click_row(reader, 4, number=1)
    expect(reader.page.get_by_test_id("stText").filter(has_text="Dropped: Priya Raghunathan")).to_be_visible()
    see_page_image(reader)
    picture("threads")


def test_a_name_and_a_tie_in_the_network_list_their_statements(reader: Reader, picture: Callable[[str], None]) -> None:
    reader.go("Network")
    reader.page.wait_for_timeout(2500)  # the layout comes to rest
    (frame,) = [frame for frame in reader.page.frames if "cytoscape" in frame.url]

    def click(where: str) -> None:
        place = frame.evaluate(f"() => {{ const cy = document.getElementById('cy')._cyreg.cy; {where} }}")
        frame.locator("#cy").click(position={"x": place["x"], "y": place["y"]})
        reader.settle()

    click("return cy.getElementById('Katharina Voss').renderedPosition();")
    expect(reader.page.get_by_text(re.compile(r"^Katharina Voss · \d+ statements?$"))).to_be_visible()
    see_page_image(reader)
    picture("network")
    click("return cy.edges().max(edge => edge.data('_width')).ele.renderedMidpoint();")
    expect(reader.page.get_by_text(re.compile(r"^.+ → .+ · \d+ statements?$"))).to_be_visible()


def test_a_document_is_leafed_through(reader: Reader, picture: Callable[[str], None]) -> None:
    reader.go("Documents")
    expect(reader.page.get_by_text(re.compile(r"\d+ files: \d+ done, 1 duplicate, \d refused"))).to_be_visible()
    click_row(reader, 3, height=32)
    reader.page.get_by_test_id("stNumberInputStepUp").click()
    reader.settle()
    expect(reader.page.get_by_text(re.compile(r"statements? on page 2"))).to_be_visible()
    see_page_image(reader)
    picture("documents")


def test_a_search_with_connectors(reader: Reader, picture: Callable[[str], None]) -> None:
    reader.go("Search")
    search = reader.page.get_by_role("searchbox", name="Search the full text")
    search.fill("libgen w/")
    search.press("Enter")
    expect(reader.page.get_by_test_id("stAlert")).to_be_visible()
    search.fill("torrent* w/15 network")
    search.press("Enter")
    expect(reader.page.get_by_text(re.compile(r"^\d+ passages, by document"))).to_be_visible()
    click_row(reader, 1)
    see_page_image(reader)
    picture("search")


def test_quotations_are_compared(reader: Reader, picture: Callable[[str], None]) -> None:
    reader.go("Quotes")
    expect(reader.page.get_by_text("As quoted")).to_be_visible()
    click_row(reader, 2, height=32)
    see_page_image(reader)
    picture("quotes")


def test_words_of_a_document_are_never_markup(reader: Reader, tmp_path: Path) -> None:
    reader.go("Statements")
    reader.page.get_by_text("Open another folder").click()
    reader.page.get_by_role("textbox", name="Folder").fill(str(write_case(tmp_path / "lee")))
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_text("7 of 7 statements shown")).to_be_visible()
    for row in range(7):
        click_row(reader, row)
        if HOSTILE in reader.words():
            break
    assert HOSTILE in reader.words()
    assert reader.page.locator("[href*='192.0.2.1'], [src*='192.0.2.1']").count() == 0


def test_nothing_was_asked_of_another_machine(reader: Reader) -> None:
    assert reader.asked
    outside = {url for url in reader.asked if urlsplit(url).scheme not in {"data", "blob"}}
    assert {urlsplit(url).hostname for url in outside} == {"127.0.0.1"}
