"""Files as prisons send them, built in memory; all people in them are invented."""

from __future__ import annotations

import base64
import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET_PART = "xl/worksheets/sheet1.xml"
OPEN_DOCUMENT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"""

# Saved by LibreOffice 7 as Excel 97: a sheet UTP (Urdu name, 13-digit number, date, formula, errors, a truth value)
# and a hidden sheet with one cell in B2.
OLD_EXCEL = zlib.decompress(base64.b85decode(
    'c-rk)TWDNG82;z%?#bCSO*Uy$Yuc=9wYOY)p`a11$u^0m&^E=kDiW~U<Rp#V?1m(j=ApW^_N^7ApcaZ+NI?+1An1dF4T$uiqAz{0sHA;TE3%3r1('
    'Wsr|Cvor)<m+KB5E_scV_0F%Re*!ZDzmxqI~S!dsSB{C*4mzn#csn_RthioUMe2EJK^fWHMQDW+DBj(zwZ4hJMH|0I<x900#&f`7Sc~Li&HDM<|K'
    'k5Jjk!637Q=nDR->pfTS0<}zktj{WAE7Wfy=pZz!caUU?7{j<+!`!4|&1EoNj4gpjSQ~*nWr9h?V1kr84a^QBL3RnTG1ge2Ba0d_p?gUl=cL8?;t'
    'ARDZTC>jeCTG;4Tn}t8v`xr2FZiW-rJw^T+5!4#@g)|y$o?uc;$8o!=*2algZf!Fnq%?K$Ul{~$r@sc*Kh$!x>fn1s}`LFO6eV;e=OgvqJKzD6lp'
    'Lz{kYX6t3M^*Rq`#xSJ8(u=88}@LleIiJ%3TmKv9uurWnPkmkz)a_M%4>U1SS;R(h~~sHn7Xulcn$OydpfQM<$wCt(+R&?iBID7BDFPfIOEJphjn'
    '`%7qqE%aeG;SR*&VShQDXX_kB>ZtGQ>!|PQ8WVFIq2DqQkLh2CFr7IH{nxqCtvu;;%h5-0b~BxGt?r-BrLUibUN;N9W)^yIMtUH-9w&F5=QZ6wML'
    '%t!lA;Xfp_EVZ@{}!kManPvl2no8OH+Z&elegE2nahlRv>Wf+q?S&tZTW$mS<C2Z&#O_I7w`;ibj<K5bZss=sK(laU=bNu(s23V2+MG7EQe;l&8F'
    'f7Nyy~KS4)_jw!?==Ynd&w~4|(hjc`8p!*IYj`KT$(jT-#_U-71wky`>vh&)ty%~I3+N1bJd)y$YR=eJAwKv)kx@5Q6TkI&@AVmk`u|6<90!Mf_G'
    '3dI94C0?d-}-g@>vSrCDM447+~OdqooQ&AGcCbZy0C3_KIO8l5T>hdUU~i6JynfQ3OzL?C|b?(pgMI7Eu;P#8Br_W=cI2o$Q~Ek^YUFYIsUuGwVv'
    '|2$#S}Jy{CK*E-{Ezk%-6ww>q`F#6CW{f2=W^E82$^hmOj&Nu6=Z%uY**%!NT;7aS`jWk2T8{<lnMO4_H>tek%1=0U0F)-{EinyguJcG;Q_HJ_;|'
    'ISD>3AJ(K~9KG<F^V7?3Y<tEkmYpr5E1z1BLp5qX!-Z1OCS53^aG1gY^4YkjC``qyYUD;mW|Prk;bqAh1BSCDyljzhHEMc|MV^6}S@Au`ws8xxgt'
    'd|dXFFI_t$w84JTTp+l_KpJo##Dao9Ru$)Sq4_^k6zP!(GmzVj0I{czF+674(6v!y(ZFB4oaGl^KDNiAB@{gXwX+6RGU|@m5mhDPLn5RnE@iRZ*>'
    '6d=OrlMZ7X|3XqxOkr~ZjW`!h$+q17&zac`7rGtWQdWi4rJ9|3^l7q?ap-AhIPB$L8@80^ou>)>A?utrm>+SAtn9tiq>EkarO=PmN`^&sEcH;G4Z'
    'nPf^z4ekqwQJx1ie>YvdD|#++N_~%=AF}F&hemm?+lqYPs+S|P8wbLeq6s{cucb2P4o{RiIaKPaQh}RcQ)mgQ?HHuu<GbH%3HqK`<Hln`SZ(XH>?'
    'Pqeg*rlyYY4lJLDW%hk2)E<8H{a#~qVyUcc42y}`6MdEzvmRkXkVQFmalH<_4zMtr_oHf*Ma^zTeJ^Zy^wpBx`D(-_vNREaJ>2JQoN2scAs$DzE}'
    'Um@XF>scm`|5Yvpvwor(eEaaiZO0m(Du}<&^B>Gy#&B%dKIy00@fvgsmLFe6^8Np(#{5^KFK~P4F!tXkZ_8n<D?!~N6Q&H|wV4Fv@Ajhk2l6=oTH'
    'xX&{}yoQlr^}bf%&bcp@98w1m0Zu|4-7N(Ks`V'
))  # fmt: skip


def xlsx(fill: Callable[[Worksheet], Any], **settings: Any) -> bytes:
    """A workbook of one sheet UTP, filled by `fill`."""
    book = openpyxl.Workbook()
    for name, value in settings.items():
        setattr(book, name, value)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "UTP"
    fill(sheet)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_parts(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The same package with some parts put in or replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename not in parts:
                new.writestr(part, old.read(part))
        for name, data in parts.items():
            new.writestr(name, data)
    return out.getvalue()


def raw_sheet(rows: str, *, prefix: str = "", head: str = "") -> bytes:
    """A workbook whose one sheet has exactly these rows of XML."""
    name = f"{prefix}:" if prefix else ""
    space = f'xmlns:{prefix}="{MAIN}"' if prefix else f'xmlns="{MAIN}"'
    data = f"{head}<{name}worksheet {space}><{name}sheetData>{rows}</{name}sheetData></{name}worksheet>"
    return with_parts(xlsx(lambda sheet: None), {SHEET_PART: data.encode()})


def ods(tables: str) -> bytes:
    """An OpenDocument spreadsheet with these tables."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", OPEN_DOCUMENT.format(tables=tables))
    return out.getvalue()


def compound(*streams: str) -> bytes:
    """The head of a compound file (MS-CFB) whose directory names these streams."""
    entries = b"".join(stream.encode("utf-16-le").ljust(128, b"\x00") for stream in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\x00") + entries
