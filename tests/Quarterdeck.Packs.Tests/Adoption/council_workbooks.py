# Writes 25 workbooks as councils lay them out, and truth.json: every figure in them. Run with the folder and the last month (10 for October).
import datetime, json, random, sys
import openpyxl
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

FOLDER, LAST = sys.argv[1], int(sys.argv[2])
NAMES = [
    ("Calls answered within 20 seconds", "percent", "higher"), ("Days to process a new benefit claim", "days", "lower"),
    ("Household waste recycled", "percent", "higher"), ("Missed bins reported", "number", "lower"),
    ("Council tax collected", "percent", "higher"), ("Empty homes brought back into use", "number", "higher"),
    ("Complaints answered in time", "percent", "higher"), ("Rent arrears of current tenants", "gbp", "lower"),
    ("Visits to leisure centres", "number", "higher"), ("Major planning applications decided in time", "percent", "higher"),
    ("Days lost to sickness per employee", "decimal", "lower"), ("Freedom of information requests answered in time", "percent", "higher")]
AREAS = ["Customer Services", "Environment", "Housing", "Planning and Growth"]
SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
COLOURS = {"Green": "FF92D050", "Amber": "FFFFC000", "Red": "FFFF0000"}
MONTHS = [(2025, month) for month in range(4, LAST + 1)]
truth = []


class Indicator:
    def __init__(self, rng, at):
        self.title, self.unit, self.polarity = NAMES[at]
        self.ref, self.area = f"{self.title[:2].upper()}{at + 1:02}", AREAS[at % 4]
        base = {"percent": 0.9, "days": 20, "number": 400, "gbp": 90000, "decimal": 8.5}[self.unit]
        self.target, self.floor = base, base * (0.9 if self.polarity == "higher" else 1.2)
        if self.unit in ("days", "number", "gbp"):
            self.floor = round(self.floor)
        self.rng, self.base = rng, base

    def value(self):
        value = self.base * self.rng.uniform(0.85, 1.12)
        return round(min(value, 1), 3) if self.unit == "percent" else round(value, 1) if self.unit == "decimal" else round(value)

    def rating(self, value):
        good = (lambda a, b: a >= b) if self.polarity == "higher" else (lambda a, b: a <= b)
        return "Green" if good(value, self.target) else "Amber" if good(value, self.floor) else "Red"

    def shown(self, value):
        return f"{value * 100:.1f}%" if self.unit == "percent" else f"£{value:,}" if self.unit == "gbp" else str(value)

    def format(self):
        return {"percent": "0.0%", "gbp": "£#,##0", "decimal": "0.0"}.get(self.unit, "#,##0")


class Book:
    def __init__(self, name, seed, count=12):
        self.name, self.rng = name, random.Random(seed)
        self.indicators = [Indicator(self.rng, at) for at in range(count)]
        self.book, self.figures, self.standards = openpyxl.Workbook(), [], []
        self.book.remove(self.book.active)

    def sheet(self, title):
        return self.book.create_sheet(title)

    def put(self, sheet, row, column, indicator, value, period, typed=None, kind="value"):
        cell = sheet.cell(row, column, value if typed is None else typed)
        if typed is None:
            cell.number_format = indicator.format()
        (self.figures if kind == "value" else self.standards).append(
            {"title": indicator.title, "period": period, "kind": kind, "value": round(value * 100, 4) if indicator.unit == "percent" else value})
        return cell

    def save(self):
        self.book.save(f"{FOLDER}/{self.name}.xlsx")
        truth.append({"file": f"{self.name}.xlsx", "figures": self.figures, "standards": self.standards})


def key(year, month):
    return f"{year}-{month:02}"


def heads(sheet, row, headings):
    for column, heading in enumerate(headings, start=1):
        sheet.cell(row, column, heading).font = Font(bold=True)


def wide(book, sheet, row, months, labels, refs=True, targets=True, rag=None, typed=False, above=None, standards=("Target", "Floor")):
    """A row for each indicator, a column for each period."""
    first = (["Ref"] if refs else []) + ["Indicator"] + (list(standards) if targets else [])
    heads(sheet, row, first + labels + ([rag] if rag else []))
    for indicator in above(sheet) if above else book.indicators:
        row += 1
        if isinstance(indicator, str):
            sheet.cell(row, 1, indicator).font = Font(bold=True)
            continue
        column = 1
        for word in ([indicator.ref] if refs else []) + [indicator.title]:
            sheet.cell(row, column, word)
            column += 1
        if targets:
            for kind, value in (("target", indicator.target), ("floor", indicator.floor))[:len(standards)]:
                book.put(sheet, row, column, indicator, value, None, indicator.shown(value) if typed else None, kind)
                column += 1
        value = None
        for year, month in months:
            value = indicator.value()
            book.put(sheet, row, column, indicator, value, key(year, month), indicator.shown(value) if typed else None)
            column += 1
        if rag:
            sheet.cell(row, column, indicator.rating(value) if rag == "RAG" else indicator.rating(value)[0])
    return row


def labels(pattern):
    return [pattern(year, month) for year, month in MONTHS]


mmm_yy = lambda year, month: f"{SHORT[month - 1]}-{year % 100}"

b = Book("01-wide", 1); wide(b, b.sheet("KPIs"), 1, MONTHS, labels(mmm_yy), rag="RAG"); b.save()
b = Book("02-title-above", 2); s = b.sheet("Sheet1"); s["A1"] = "Borough of Example performance report"; s["A2"] = "Prepared by the policy team"
s.merge_cells("A1:H1"); wide(b, s, 5, MONTHS, labels(lambda y, m: f"{SHORT[m - 1]} {y}"), rag="RAG"); b.save()
b = Book("03-no-references", 3); wide(b, b.sheet("Data"), 1, MONTHS, labels(mmm_yy), refs=False); b.save()
b = Book("04-departments-as-rows", 4); s = b.sheet("Corporate KPIs")
wide(b, s, 2, MONTHS, labels(mmm_yy), above=lambda sheet: [x for area in AREAS for x in [area] + [i for i in b.indicators if i.area == area]]); b.save()

b = Book("05-two-row-heading", 5); s = b.sheet("KPIs"); heads(s, 4, ["Ref", "Indicator"]); s["A1"] = "KPIs"
for at, (y, m) in enumerate(MONTHS):
    s.cell(3, 3 + 3 * at, mmm_yy(y, m)); s.merge_cells(start_row=3, end_row=3, start_column=3 + 3 * at, end_column=5 + 3 * at)
    for place, word in enumerate(("Actual", "Target", "RAG")):
        s.cell(4, 3 + 3 * at + place, word)
for row, i in enumerate(b.indicators, start=5):
    s.cell(row, 1, i.ref); s.cell(row, 2, i.title)
    for at, (y, m) in enumerate(MONTHS):
        v = i.value(); b.put(s, row, 3 + 3 * at, i, v, key(y, m)); b.put(s, row, 4 + 3 * at, i, i.target, key(y, m), kind="target")
        s.cell(row, 5 + 3 * at, i.rating(v))
b.save()

b = Book("06-long", 6); s = b.sheet("Returns"); heads(s, 1, ["KPI Ref", "KPI Name", "Service", "Reporting Period", "Actual", "Target", "Comments"])
row = 1
for i in b.indicators:
    for y, m in MONTHS:
        row += 1; v = i.value()
        for c, word in enumerate((i.ref, i.title, i.area), start=1):
            s.cell(row, c, word)
        s.cell(row, 4, f"{SHORT[m - 1]} {y}"); b.put(s, row, 5, i, v, key(y, m)); b.put(s, row, 6, i, i.target, key(y, m), kind="target")
b.save()

b = Book("07-sheet-per-month", 7)
for y, m in MONTHS:
    s = b.sheet(f"{SHORT[m - 1]} {y}"); heads(s, 2, ["Ref", "Measure", "Actual", "Target", "Status"]); s["A1"] = "Monthly return"
    for row, i in enumerate(b.indicators, start=3):
        v = i.value(); s.cell(row, 1, i.ref); s.cell(row, 2, i.title); b.put(s, row, 3, i, v, key(y, m))
        b.put(s, row, 4, i, i.target, None, kind="target"); s.cell(row, 5, i.rating(v))
b.save()

b = Book("08-sheet-per-department", 8)
for area in AREAS:
    wide(b, b.sheet(area), 1, MONTHS, labels(mmm_yy), above=lambda sheet: [i for i in b.indicators if i.area == sheet.title]); b.book[area].sheet_properties.tabColor = "112233"
b.save()

QUARTERS = [(2024, 12), (2025, 3), (2025, 6), (2025, 9)]
b = Book("09-quarters", 9); wide(b, b.sheet("Quarterly"), 1, QUARTERS, ["Q3 2024/25", "Q4 2024/25", "Q1 2025/26", "Q2 2025/26"], rag="RAG"); b.save()
b = Book("10-quarters-without-year", 10); s = b.sheet("KPIs"); s["A1"] = "Performance 2025/26"; wide(b, s, 3, [(2025, 6), (2025, 9)], ["Q1", "Q2"]); b.save()
b = Book("11-months-without-year", 11); wide(b, b.sheet("2025-26"), 1, MONTHS, labels(lambda y, m: SHORT[m - 1])); b.save()
b = Book("12-excel-dates", 12); wide(b, b.sheet("KPIs"), 1, MONTHS, [datetime.date(y, m, 1) for y, m in MONTHS]); b.save()
b = Book("13-text-dates", 13); wide(b, b.sheet("KPIs"), 1, MONTHS, labels(lambda y, m: f"{(datetime.date(y, m % 12 + 1, 1) - datetime.timedelta(1)):%d/%m/%Y}")); b.save()
b = Book("14-letters", 14); wide(b, b.sheet("KPIs"), 1, MONTHS, labels(mmm_yy), rag="Status"); b.save()

b = Book("15-colours-only", 15); s = b.sheet("KPIs"); heads(s, 1, ["Ref", "Indicator", "Target"] + labels(mmm_yy))
for row, i in enumerate(b.indicators, start=2):
    s.cell(row, 1, i.ref); s.cell(row, 2, i.title); b.put(s, row, 3, i, i.target, None, kind="target")
    for at, (y, m) in enumerate(MONTHS):
        v = i.value(); b.put(s, row, 4 + at, i, v, key(y, m)).fill = PatternFill("solid", fgColor=COLOURS[i.rating(v)])
b.save()

b = Book("16-coloured-blanks", 16); s = b.sheet("KPIs"); last = wide(b, s, 1, MONTHS, labels(mmm_yy))
column = 5 + len(MONTHS); s.cell(1, column, "RAG")
for row, i in enumerate(b.indicators, start=2):
    s.cell(row, column).fill = PatternFill("solid", fgColor=COLOURS["Green"])
b.save()

b = Book("17-totals", 17); s = b.sheet("KPIs"); last = wide(b, s, 1, MONTHS, labels(mmm_yy))
for row, word in ((last + 1, "Total"), (last + 3, "Average")):
    s.cell(row, 2, word)
    for column in range(5, 5 + len(MONTHS)):
        s.cell(row, column, f"=SUM({get_column_letter(column)}2:{get_column_letter(column)}{last})"); s.cell(row, column).value = 12345.5
b.save()

b = Book("18-hidden", 18); s = b.sheet("KPIs"); wide(b, s, 1, MONTHS, labels(mmm_yy)); s.row_dimensions[4].hidden = True; s.column_dimensions["F"].hidden = True; b.save()

b = Book("19-footnotes", 19); s = b.sheet("KPIs"); heads(s, 1, ["Ref", "Indicator"] + labels(mmm_yy))
for row, i in enumerate(b.indicators, start=2):
    s.cell(row, 1, i.ref); s.cell(row, 2, i.title + ("*" if row % 3 == 0 else " [2]" if row % 3 == 1 else ""))
    for at, (y, m) in enumerate(MONTHS):
        v = i.value(); mark = ["", "*", " [1]", " (p)", "\u00b9", "†"][(row + at) % 6]; b.put(s, row, 3 + at, i, v, key(y, m), i.shown(v) + mark if mark else None)
s.cell(20, 1, "* Provisional"); s.cell(21, 1, "[1] Revised in June"); b.save()

b = Book("20-markers", 20); s = b.sheet("KPIs"); heads(s, 1, ["Ref", "Indicator", "Target"] + labels(mmm_yy))
for row, i in enumerate(b.indicators, start=2):
    s.cell(row, 1, i.ref); s.cell(row, 2, i.title); b.put(s, row, 3, i, i.target, None, kind="target")
    for at, (y, m) in enumerate(MONTHS):
        marker = ["n/a", "TBC", "-", "#N/A", None, "No data"][(row * 5 + at) % 6] if (row + at) % 4 == 0 else ""
        if marker == "":
            b.put(s, row, 4 + at, i, i.value(), key(y, m))
        elif marker:
            s.cell(row, 4 + at, marker)
b.save()

b = Book("21-years", 21); wide(b, b.sheet("Annual"), 1, [(2023, 3), (2024, 3), (2025, 3)], ["2022/23", "2023/24", "2024/25"], standards=("Target 2024/25",)); b.save()

b = Book("22-everything", 22); s = b.sheet("Scorecard")
s["A1"] = "Corporate scorecard"
heads(s, 3, ["Ref", "Indicator", "Directorate", "Good is", "Lead officer"] + labels(mmm_yy) + ["YTD", "YTD RAG", "Month RAG", "Target", "Floor", "Previous Year", "DoT", "Commentary"])
for row, i in enumerate(b.indicators, start=4):
    for c, word in enumerate((i.ref, i.title, i.area, "High" if i.polarity == "higher" else "Low", "Head of " + i.area), start=1):
        s.cell(row, c, word)
    for at, (y, m) in enumerate(MONTHS):
        v = i.value(); b.put(s, row, 6 + at, i, v, key(y, m))
    c = 6 + len(MONTHS); y = i.value()
    b.put(s, row, c, i, y, None, kind="ytd"); s.cell(row, c + 1, i.rating(y)); s.cell(row, c + 2, i.rating(v))
    b.put(s, row, c + 3, i, i.target, None, kind="target"); b.put(s, row, c + 4, i, i.floor, None, kind="floor")
    b.put(s, row, c + 5, i, i.value(), None, kind="previous"); s.cell(row, c + 6, "↑"); s.cell(row, c + 7, "On course, with 2 posts vacant.")
b.save()

b = Book("23-rows-of-actual-and-target", 23); s = b.sheet("KPIs"); heads(s, 1, ["Ref", "Indicator", "Measure"] + labels(mmm_yy))
for at, i in enumerate(b.indicators):
    row = 2 + 3 * at
    s.cell(row, 1, i.ref); s.cell(row, 2, i.title); s.merge_cells(start_row=row, end_row=row + 2, start_column=2, end_column=2)
    for place, word in enumerate(("Actual", "Target", "RAG")):
        s.cell(row + place, 3, word)
    for column, (y, m) in enumerate(MONTHS, start=4):
        v = i.value(); b.put(s, row, column, i, v, key(y, m)); b.put(s, row + 1, column, i, i.target, key(y, m), kind="target"); s.cell(row + 2, column, i.rating(v))
b.save()

b = Book("24-typed-text", 24); wide(b, b.sheet("KPIs"), 1, MONTHS, labels(mmm_yy), typed=True); b.save()

b = Book("25-sheet-per-indicator", 25)
for i in b.indicators:
    s = b.sheet(i.ref); s["A1"] = i.title; heads(s, 3, ["Month", "Actual", "Target", "RAG"])
    for row, (y, m) in enumerate(MONTHS, start=4):
        v = i.value(); s.cell(row, 1, mmm_yy(y, m)); b.put(s, row, 2, i, v, key(y, m)); b.put(s, row, 3, i, i.target, key(y, m), kind="target"); s.cell(row, 4, i.rating(v))
b.save()

json.dump(truth, open(f"{FOLDER}/truth.json", "w"))
