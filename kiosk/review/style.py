"""How the review looks, on paper and on a screen."""

from __future__ import annotations

STYLE = """
@page { size: A4; margin: 16mm 15mm 18mm; }
body { max-width: 180mm; margin: 2rem auto; color: #14213d; background: #ffffff;
       font: 10pt/1.42 "Atkinson Hyperlegible Next", Verdana, sans-serif; }
h1 { font-size: 22pt; line-height: 1.2; }
h2 { font-size: 17pt; line-height: 1.2; margin: 4mm 0 2mm; }
h3 { font-size: 12pt; margin: 6mm 0 1.5mm; padding-top: 1.5mm; border-top: 0.4mm solid #14213d; break-after: avoid; }
h4 { font-size: 11pt; margin: 3mm 0 1mm; break-after: avoid; }
p { margin: 0.8mm 0; }
ul, ol { margin: 1mm 0; padding-left: 6mm; }
li { margin: 1.5mm 0; }
small, .id { color: #4d5568; font-size: 8.5pt; font-weight: normal; }
section { break-before: page; }
.summary { font-size: 12pt; }
.rows { list-style: none; padding: 0; margin: 1mm 0; }
.rows li { display: inline-block; margin: 0 4mm 0 0; }
.voice { display: block; margin: 0.6mm 0; padding-left: 3mm; border-left: 0.8mm solid #c9d3ea; font-weight: normal; }
.voice b { font-size: 8.5pt; color: #4d5568; }
h2 .voice, h4 .voice { font-size: 11pt; }
.only { color: #7a4a00; font-size: 9pt; }
.none { background: #fff6e0; padding: 1.5mm 3mm; }
.ways { list-style: square; }
.route { margin: 2mm 0 4mm; }
.route > ol > li { break-inside: avoid; padding-left: 1mm; }
.label { display: inline-block; font-size: 8.5pt; font-weight: bold; padding: 0.2mm 2mm; border-radius: 2mm;
         background: #e6ebf5; }
.must .label { background: #14213d; color: #ffffff; }
.choice .label { background: #ffffff; outline: 0.3mm solid #14213d; }
.when { font-size: 9.5pt; }
.who { color: #14213d; margin-right: 3mm; }
.rule { break-inside: avoid; }
.sample { margin: 1.5mm 0; padding: 1.5mm 3mm; background: #fff6e0; break-inside: avoid; }
.sample ol { font-size: 9.5pt; }
.sample li { margin: 0.3mm 0; }
table { border-collapse: collapse; width: 100%; font-size: 9pt; }
th, td { text-align: left; vertical-align: top; padding: 1mm 2mm; border-bottom: 0.2mm solid #b8bfcc; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.services td { width: 33%; }
.service { margin: 2mm 0 2mm 4mm; break-inside: avoid; }
.alert { color: #7a4a00; }
.address { overflow-wrap: anywhere; color: #4d5568; font-size: 8pt; }
.sources td:nth-child(3), .index td:nth-child(4):nth-last-child(2) { white-space: nowrap; }
.sources { font-size: 8pt; }
.signing { break-inside: avoid; padding: 2mm 4mm 4mm; border: 0.4mm solid #14213d; }
.lines { display: flex; gap: 10mm; margin-top: 9mm; }
.lines span { flex: 2; border-top: 0.3mm solid #14213d; font-size: 8.5pt; }
.lines span + span { flex: 1; }
.signed { color: #1d5b28; font-weight: bold; }
.unsigned { color: #8a1c1c; font-weight: bold; }
.leads { color: #4d5568; font-size: 9pt; }
.question { break-inside: avoid; margin: 3mm 0; }
dt { font-weight: bold; margin-top: 2mm; }
dd { margin: 0 0 1mm 4mm; }
a { color: inherit; }
"""
