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
    'c-'
    'rk)TWnNC82;z%?&;Z5+HJXrg{~{gtrspK(Hg~eX{#jxN(9uHCbG1rrLx^^+G6Mfx`;fOK%(J6O^Al1Bqk<aVxkY4NE07;z~~DP5;cV<6dzWjF('
    'lIU`~R8Kp02IwZi!LpY`!xy|6Kl=`EN7(^;ebS=RT~yN_pvF3eZF@Otz1vfKsm#A+ii@BA3f~<lI8~Po-'
    'NXXBh?|zYxGOF994NY~;Jh<O}Klm7bt9e!~=_HcBBMq!B74Er-VV=bOuzi8=P0Yg*u6Jb(7z?8gJZZ1&GSpY6X4SPYZ{6*>e^B~S${0hR*GL??'
    '*u0#*Qb1J%GvU=>gUM1gyN7;rDJ8n_R*A6Nsd1=g8$ZZJ8c9_0pLqoHj^zGcBL%`1f+NYM__r;9JK$VK*7p%EVh$3!o#0i86!y3vwIcE$dwv|Z'
    'MaP`ri<P||HG2wk=4EKpAG3;i?sZWH}OYNlAD(dnnHW?B7d`L334IlhWMkug_<vIUy>t?2oyVg`yzR0}02Nquw>p0E!+s_7zI*o)GG?L)<-'
    'g?r7fwQ(A6SdZE*o;VG=*o!_X8bYa+TzXz=3F-'
    'xSd^A`_qims%yD4`tk&Ff_={#HK2vTQ5e}88~clWrM<0$=>i}_6dLX7FmQRu(Ujcyf4r#p^5inE*Poa=P|Y(9O%EcE(W=(V%Z!!y!D-'
    'g=z;b)MJs;1vCgg-V8UoJTSN$tyFq<W-rV<V!Lok}u7KatFkKP9h-'
    'e;#h&ev47v5ld!H84qKj0?S0+dZt4`Vy($`04nVZ;w4xiZD#VTKGs4==%7HmL_E<Fao>0E>R$7#0`~Dmq9XhTMkDLpt8Q*4#{v6Q}$${=Wh&ay'
    'g2ugp@PT9AkBiimnzst^R_l_3uY3+#P8}D_)q}uETyUpHY$LNyXZf~{YaDx;dN+$Zj_$VCVk<^gurgDgX4t*cg@vqBS222ThnaM2<lG>R@ra99'
    'xY^599X6I8W+lpYihL%+~u02rQ^sLY`Q-'
    'Y#3EDx$z$I&tttd$XU@_kAAdO`Mt&|a4B+R5?Po7VZt>nF?ErVYOGIk?0yRz)Hr3*73}iZc7e*n#mTFITi5Ee;)%ZIgP_sW3Y&Co&fXeO+*@h?'
    'IkvNBiFjp($yfPP6j*-7*hKJ-4nY)YN3nlC$$_0n`GfrsO2}v;tU@l5x~nz4-dsSGK=kmCDYR)0HnQ$e{+cfZ;-'
    '!c(X2)P&7)>5Cv@9Qxv9RR<&}YBD2YOsqnI7jUmI?5?;1QxCS-7#uDE^%&hpHW81g|S;AV$g1rtF)u^9n4-'
    'd??Yo*9KM(24?*k*RKFb!tc3q72T%y5^ps8q)B7+&6^Ruz40>u^Z)hzOZ)T@^-'
    'PWMUEZ!eDwG|3u2WKi)~IJmqUFqsrbqeihZq#RuV+S<EjprwExjKAF+{WmZg5xIG6-'
    '^&2AMSUM=^rpNfszN@cmFg=v+8IH9b?Q)Z`haPO$mpJGqldh=5_P(B;#`(Nmls^8V(?rgb-'
    'CyRV@sn@=a<k)5<lWaCs$2KbH!Pbs%-cqp(`F5AH}9NIbB>41duQ0Zc{1kRbIRz-54ZFihR37_+|<Cx(IlC74YzMLb9*VjoOx^X$JNKaQ~vVp-'
    'oM1t%U@nTyK!aY%<I^H{mu7U*&*lAI?X%Hi@Oou9(PW<dHq)7_D0j*?2FTUR`G#>C*8rJzI1B(8S(jU-MEDo(!Vp^&i{WzfAW0DOk-'
    'H5GG)5_6u1x4VcZOP9fu2Ef0cw^t!KFc{#Usa_WVQ(`1a$4+krJaR}}w%??0HijN#a@W71D`;5FzLEkC}D6#D;9t@*D;U*PuA5$wNT-'
    'j*X+SBiQ>CQKQ|YcmbX-|a>74;66!b-=|*{;lB9C2Md+0}ESEV-fq`1iZ8G|DU8k0m0KUcm'
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
