/** Writings of values with a structure: JSON, XML, lists, pairs of key and value; other spacing, order, quotes. And of moments and sums. */
import { drawnDigits } from '../../drawn.js';
import type { RelationDraft } from '../relation.js';
import { drawnName, type Writings, writingRelations } from './writing.js';

const named = (word: string) => ({
  x: word,
  y: drawnName(`y${word}`, 6),
  n: drawnDigits(word, 4),
});

/** In July of a year from 2100 to 2199. */
function moment(word: string) {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = [...drawnDigits(word, 5)].map(Number);
  const at = new Date(Date.UTC(2100 + a * 10 + b, 6, 10 + c, 12, 10 + d, 20 + e));
  const seconds = at.getTime() / 1000;
  const weekday = at.toUTCString().slice(0, 3);
  const dayOfYear = Math.floor((at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
  const serial = Math.floor(seconds / 86_400) + 25_569;
  return {
    y: String(2100 + a * 10 + b),
    s: `${a}${b}`,
    d: String(10 + c),
    m: String(10 + d),
    c: String(20 + e),
    t: String(seconds),
    w: weekday,
    o: String(dayOfYear),
    x: String(serial),
  };
}

const tables: readonly Writings[] = [
  {
    source: 'markup',
    class: 'structure',
    slug: 'structure-json',
    parts: named,
    forms: `{"id":"{x}","n":{n}}  {"n":{n},"id":"{x}"}  {"id": "{x}", "n": {n}}  { "id" : "{x}" , "n" : {n} }  {"id":"{x}"}  {"n":{n},"id":"{x}","a":null}  {"id":"{x}","n":"{n}"}  {"id":"{x}","n":{n}.0}  {"id":"{x}","n":{n}e0}  {id:"{x}",n:{n}}  {'id':'{x}','n':{n}}  {"id":"{x}","n":{n},}  {"ID":"{x}","N":{n}}  {"Id":"{x}","N":{n}}
      {"id":"{x}","id":"{x}","n":{n}}  {"id":"z","id":"{x}","n":{n}}  {"\\u0069d":"{x}","n":{n}}  [{"id":"{x}","n":{n}}]  ["{x}",{n}]  [{n},"{x}"]  ["{x}", {n}]  ["{x}"]  "{x}"  {x}  '{x}'  ['{x}']  ({x})  [{x}]  {x},  [,{x}]  {"{x}"}  {{x}}  {"user":{"id":"{x}"}}  {"user":"{x}"}  {"id":"{x}"}\\n  // a {"id":"{x}"}  {"id":"{x}"/*a*/}  {"id":["{x}"]}
      <id>{x}</id>  <id >{x}</id >  <id> {x} </id>  <id a="1" b="2">{x}</id>  <id b="2" a="1">{x}</id>  <id a='1' b='2'>{x}</id>  <id/>{x}  <id></id>{x}  <ID>{x}</ID>  <n:id>{x}</n:id>  <id xmlns="urn:a">{x}</id>  <?xml version="1.0"?><id>{x}</id>  <id><![CDATA[{x}]]></id>  <id>{x}<!-- a --></id>  <id value="{x}"/>  <id value="{x}"></id>  <id value='{x}' />  <id value={x}>  <p>{x}</p>
      id={x};n={n}  n={n};id={x}  id={x}; n={n}  id = {x} ; n = {n}  ID={x};N={n}  id="{x}";n={n}  id='{x}';n={n}  id={x}&n={n}  n={n}&id={x}  id={x},n={n}  n={n},id={x}  id:{x},n:{n}  id: {x}, n: {n}  id={x} n={n}  n={n} id={x}  id={x}|n={n}  id={x};n={n};  ;id={x};n={n}  id={x};;n={n}  id={x};n={n};id={x}  id={x};n  id={x};n=  id={x}  id : {x}  id:{x}  id->{x}  id=>{x}  id:={x}
      {x},{y},{n}  {x}, {y}, {n}  {n},{y},{x}  {y},{x},{n}  {x};{y};{n}  {x}|{y}|{n}  "{x}","{y}","{n}"  "{x}",{y},{n}  {x},{y},{n},  ,{x},{y},{n}  {x},,{y},{n}  {x},{y},{n},{x}  {x},{y}  [{x},{y},{n}]  ({x},{y},{n})  {{x},{y},{n}}  {x}, {y} and {n}  {x} {y} {n}  {n} {x} {y}  {x} {y}  {y} {x}  {x}  {y}  - {x}  * {x}  \u2022 {x}  1. {x}  1) {x}  a) {x}  # {x}  ## {x}  > {x}  {x}: |  {x} # a  {x} // a  {x} -- a  {x} /* a */
      SELECT {x}  select {x}  {x} OR 1=1  {x}' OR '1'='1  {x}'--  {x}"  {x}\`  \`{x}\`  [dbo].[{x}]  dbo.{x}  "dbo"."{x}"  public.{x}  a.{x}  N'{x}'  E'{x}'  :{x}  @{x}  ?{x}  \${{x}}  #{{x}}  %{{x}}  {{{x}}}  {{ {x} }}  {% {x} %}  <%= {x} %>  %({x})s  %s{x}  {0}{x}  \\{x}  \\\\{x}  /{x}/i  /{x}/  ^{x}$  ^{x}  {x}$  .*{x}.*  *{x}*  %{x}%  {x}*  {x}%  {x}?  [{x1}]{x}  ({x}|{y})  ({x})  (?i){x}  {x}{1}  {x}+  {x}.`,
  },
  {
    source: 'markup',
    class: 'structure',
    slug: 'structure-text',
    parts: named,
    forms: `{x}a{y}  {x}<b>a</b>{y}  {x}<i>a</i>{y}  {x}<em class="b">a</em>{y}  {x}<span>a</span>{y}  {x}<a href="b">a</a>{y}  {x}<br>a{y}  {x}<br/>a{y}  {x}<p>a</p>{y}  {x}<div>a</div>{y}  {x}<!-- b -->a{y}  {x}<!--b-->a{y}  {x}<script>b</script>a{y}  {x}<style>b</style>a{y}  {x}<img src="b">a{y}  {x}<B>a</B>{y}  {x}<b>a{y}  {x}a</b>{y}  {x}<x-y>a</x-y>{y}  {x}<?b?>a{y}
      {x}<![CDATA[a]]>{y}  {x}<b onclick="c">a</b>{y}  {x}<svg>a</svg>{y}  {x}<iframe>a</iframe>{y}  {x}<input value="b">a{y}  {x}< b >a{y}  {x}<wbr>a{y}  {x}&shy;a{y}  {x}&zwnj;a{y}  {x}&zwj;a{y}  {x}&ZeroWidthSpace;a{y}  {x}&NoBreak;a{y}  {x}&#8203;a{y}  {x}&#x200B;a{y}  {x}&#xFEFF;a{y}  {x}&lrm;a{y}  {x}&nbsp;a{y}  {x}&#160;a{y}  {x}&#xA0;a{y}  {x}&emsp;a{y}  {x} a{y}  {x}&Tab;a{y}  {x}&NewLine;a{y}
      {x}*a*{y}  {x}**a**{y}  {x}_a_{y}  {x}__a__{y}  {x}~a~{y}  {x}~~a~~{y}  {x}\`a\`{y}  {x}\`\`\`a\`\`\`{y}  {x}==a=={y}  {x}||a||{y}  {x}[a](b){y}  {x}![a](b){y}  {x}[a][b]{y}  {x}[[a]]{y}  {x}[[a|a]]{y}  {x}{{a}}{y}  {x}'''a'''{y}  {x}''a''{y}  {x}[b]a[/b]{y}  {x}[i]a[/i]{y}  {x}[url=b]a[/url]{y}  {x}[color=red]a[/color]{y}  {x}^a^{y}  {x}+a+{y}  {x}-a-{y}  {x}/a/{y}  {x}|a|{y}  {x}\\a{y}  {x}\\*a\\*{y}
      {x}{color:red}a{color}{y}  {x}\\textbf{a}{y}  {x}{a}{y}  {x}{\\b a}{y}  {x}$a\${y}  {x}\\(a\\){y}  {x}{{b}}a{y}  {x}\${b}a{y}  {x}#{b}a{y}  {x}%b%a{y}  {x}%sa{y}  {x}%da{y}  {x}{0}a{y}  {x}:b:a{y}  {x}:smile:a{y}  {x}@b a{y}  {x}#b a{y}  {x}/*b*/a{y}  {x}//b a{y}  {x}--b a{y}  {x}(b)a{y}  {x} (b) a{y}  {x}[b]a{y}  {x}{b}a{y}  {x}<b@example.com>a{y}  {x}\u00A7ca{y}  {x}&ca{y}  {x}^1a{y}  {x}|cff00ff00a|r{y}
      {x}=?UTF-8?Q?a?={y}  {x}=?utf-8?B?YQ==?={y}  =?UTF-8?Q?{x}a{y}?=  =?utf-8?q?{x}a{y}?=  =?us-ascii?Q?{x}a{y}?=  =?iso-8859-1?Q?{x}a{y}?=  UTF-8''{x}a{y}  utf-8'en'{x}a{y}  filename*=UTF-8''{x}a{y}  {x}=61{y}  {x}=\\n a{y}  {x}+AGE-{y}  {x}&AGE-{y}  &{x}a{y}  {x}%61{y}  {x}%2561{y}  {x}%u0061{y}  {x}&#97;{y}  {x}&#x61;{y}  {x}&#X61;{y}  {x}&#097;{y}  {x}&#0000097;{y}  {x}&#97{y}  {x}&amp;#97;{y}
      {x}\\u0061{y}  {x}\\U00000061{y}  {x}\\u{61}{y}  {x}\\x61{y}  {x}\\x{61}{y}  {x}\\141{y}  {x}\\61 {y}  {x}\\000061{y}  {x}\\N{a}{y}  {x}\\N{LATIN SMALL LETTER A}{y}  {x}U+0061{y}  {x}_x0061_{y}  {x}$0061{y}  {x}#x61;{y}  {x}\\'61{y}  {x}?a{y}  {x}??a{y}  {x}A{y}  {x}aa{y}  {x}{y}  {x}-{y}  {x}.{y}  {x}b{y}  {x}\u0430{y}  {x}\uFF41{y}  {x}\u00E1{y}  {x}a\u0301{y}  {x}\u200Ba{y}  {x}\u00ADa{y}  {x}\u2060a{y}  {x}\uFE0Fa{y}`,
  },
  {
    source: 'iso-8601',
    class: 'date',
    slug: 'structure-moment',
    parts: moment,
    forms: `{y}-07-{d}T12:{m}:{c}Z  {y}-07-{d}T12:{m}:{c}+00:00  {y}-07-{d}T12:{m}:{c}.000Z  {y}-07-{d} 12:{m}:{c}  {y}-07-{d}T14:{m}:{c}+02:00  {y}-07-{d}  {t}  {t}000  {y}-07-{d}T12:{m}:{c}  {y}-07-{d}T12:{m}Z  {y}-07-{d}T12:{m}  {y}-07-{d}T12  {y}-07-{d}T12:{m}:00Z  {y}-07-{d}T12:00:00Z  {y}-07-{d}T00:00:00Z  {y}-07-{d}T00:00Z  {y}-07-{d} 00:00:00  {y}-07-{d}Z
      {y}-07-{d}T12:{m}:{c}.0Z  {y}-07-{d}T12:{m}:{c}.00Z  {y}-07-{d}T12:{m}:{c}.5Z  {y}-07-{d}T12:{m}:{c}.4999Z  {y}-07-{d}T12:{m}:{c}.123Z  {y}-07-{d}T12:{m}:{c}.1234Z  {y}-07-{d}T12:{m}:{c}.123456Z  {y}-07-{d}T12:{m}:{c}.123456789Z  {y}-07-{d}T12:{m}:{c}.1230Z  {y}-07-{d}T12:{m}:{c},123Z  {y}-07-{d}T12:{m}:{c}.000000Z  {y}-07-{d}T12:{m}:{c}.000000000Z
      {y}-07-{d}t12:{m}:{c}z  {y}-07-{d}T12:{m}:{c}-00:00  {y}-07-{d}T12:{m}:{c}+0000  {y}-07-{d}T12:{m}:{c}+00  {y}-07-{d} 12:{m}:{c}Z  {y}-07-{d} 12:{m}:{c}+00  {y}-07-{d} 12:{m}:{c}+00:00  {y}-07-{d} 12:{m}:{c} UTC  {y}-07-{d} 12:{m}:{c} GMT  {y}-07-{d} 12:{m}:{c} +0000  {y}-07-{d}T12:{m}:{c}[UTC]  {y}-07-{d}T12:{m}:{c}Z[UTC]  {y}-07-{d}T12:{m}:{c}Z[Etc/UTC]  {y}-07-{d}T12:{m}:{c}+00:00[Europe/London]
      {y}-07-{d}T05:{m}:{c}-07:00  {y}-07-{d}T08:{m}:{c}-04:00  {y}-07-{d}T17:{m}:{c}+05:00  {y}-07-{d}T21:{m}:{c}+09:00  {y}-07-{d}T13:{m}:{c}+01:00  {y}07{d}T12{m}{c}Z  {y}07{d}12{m}{c}  {y}07{d}  {y}/07/{d}  {y}.07.{d}  {y}-7-{d}  {y}/7/{d}  07/{d}/{y}  7/{d}/{y}  {d}/07/{y}  {d}/7/{y}  {d}.07.{y}  {d}.7.{y}  {d}-07-{y}  {d} 07 {y}  07-{d}-{y}  {d}/07/{s}  07/{d}/{s}  {s}-07-{d}  {s}07{d}
      {d} Jul {y}  {d} July {y}  {d}-Jul-{y}  {d}-JUL-{y}  {d}-JUL-{s}  Jul {d}, {y}  July {d}, {y}  July {d} {y}  July {d}th, {y}  {d}. Juli {y}  {d} juillet {y}  {d} de julio de {y}  {y}\u5E747\u6708{d}\u65E5  {y}\u5E7407\u6708{d}\u65E5  {y}\uB144 7\uC6D4 {d}\uC77C  {w}, {d} Jul {y} 12:{m}:{c} GMT  {w}, {d} Jul {y} 12:{m}:{c} +0000  {w}, {d} Jul {y} 12:{m}:{c} UT  {w}, {d} Jul {y} 14:{m}:{c} +0200  {d} Jul {y} 12:{m}:{c} +0000
      {w} Jul {d} 12:{m}:{c} {y}  {w} Jul {d} 12:{m}:{c} UTC {y}  {w} Jul {d} {y} 12:{m}:{c} GMT+0000  {w} Jul {d} {y}  {w} Jul {d} {y} 12:{m}:{c} GMT+0000 (Coordinated Universal Time)  07/{d}/{y} 12:{m}:{c}  7/{d}/{y} 12:{m}:{c} PM  7/{d}/{y}, 12:{m}:{c} PM  {y}-07-{d} 12:{m}:{c} PM  {y}-07-{d} 12:{m} PM  12:{m}  12:{m}:{c}  12:{m} PM  12:{m}pm
      @{t}  {t}.0  {t}.000  {t}000000  {t}000000000  {t}Z  {t}s  {t}500  /Date({t}000)/  \\/Date({t}000)\\/  /Date({t}000+0000)/  new Date({t}000)  ISODate("{y}-07-{d}T12:{m}:{c}Z")  Timestamp({t}, 1)  {"$date":"{y}-07-{d}T12:{m}:{c}Z"}  {"$date":{t}000}  "{y}-07-{d}T12:{m}:{c}Z"  '{y}-07-{d}'  {x}  {x}.0  {y}-{o}  {y}{o}  {y}-07  {y}  07-{d}  --07-{d}  {y}-07-{d}+02:00  {y}-07-{d}T24:00:00Z
      +{y}-07-{d}T12:{m}:{c}Z  +00{y}-07-{d}T12:{m}:{c}Z  0{y}-07-{d}  D:{y}07{d}12{m}{c}Z  D:{y}07{d}12{m}{c}+00'00'  {y}:07:{d} 12:{m}:{c}  {y}_07_{d}  {y}-07-{d}_12-{m}-{c}  {y}-07-{d}T12-{m}-{c}Z  {y}-07-{d}T12.{m}.{c}Z  {y}-07-{d};12:{m}  {y}-07-{d}T12:{m}:{c}A  {y}-07-{d}T12:{m}:{c} +0000 UTC  {y}-07-{d}T12:{m}:{c}\u22120000  {y}\u201307\u2013{d}  {y}\u201107\u2011{d}  {y}-07-{d}T12:{m}:{c}Z/PT1H`,
  },
  {
    source: 'numerics',
    class: 'number',
    slug: 'structure-sum',
    parts: (word) => ({ a: drawnDigits(word, 2), b: drawnDigits(`b${word}`, 3), c: drawnDigits(`c${word}`, 3) }),
    forms:
      `{a}{b}{c}.50  {a}{b}{c}.5  {a},{b},{c}.50  {a}.{b}.{c},50  {a}{b}{c},50  {a}{b}{c},5  {a} {b} {c},50  {a}\u00A0{b}\u00A0{c},50  {a}\u202F{b}\u202F{c},50  {a}'{b}'{c}.50  {a}\u2019{b}\u2019{c}.50  {a}_{b}_{c}.5  +{a}{b}{c}.50  {a}{b}{c}.500  {a}{b}{c}.5000000000  0{a}{b}{c}.50  00{a}{b}{c}.50  {a}{b}{c}.50e0  {a}{b}{c}.5E0  {a}{b}{c}50e-2  {a}{b}{c}5e-1  {a}.{b}{c}5e6
      {a}.{b}{c}5e+6  {a}.{b}{c}5E+06  {a}.{b}{c}5e+06  {a}{b}{c}.50 EUR  EUR {a}{b}{c}.50  \u20AC{a}{b}{c}.50  {a}{b}{c}.50\u20AC  {a}{b}{c}.50 \u20AC  {a}{b}{c},50 \u20AC  $` +
      `{a}{b}{c}.50  {a}{b}{c}.50$  USD{a}{b}{c}.50  US$` +
      `{a},{b},{c}.50  \u00A3{a}{b}{c}.50  {a}{b}{c}.50f  {a}{b}{c}.50d  {a}{b}{c}.50m  {a}{b}{c}.50%  {a}{b}{c}.50-  -{a}{b}{c}.50  ({a}{b}{c}.50)  {a}{b}{c}.50 CR  {a}{b}{c}\u00BD  {a}{b}{c} 1/2  {a}{b}{c}  {a}{b}{c}.  {a}{b}{c}.0  {a}{b}{c}.49  {a}{b}{c}.51  {a}{b}{c}.5001  {a}{b}{c}.500000000000001  {a}{b}{c}.4999999999999999999
      {a}{b}.{c}50k  {a}.{b}{c}5M  {a}{b}{c}.50 abc  abc {a}{b}{c}.50  {a}{b}{c}.50.0  {a}{b}{c}:50  {a}{b}{c}/50  {a}{b}{c}-50  {a}{b}{c} 50  {a}{b}{c}50  \uFF0B{a}{b}{c}.50  {a}{b}{c}\uFF0E50  {a}{b}{c}\u066B50  {a}\u066C{b}\u066C{c}\u066B50  {a}\uFF0C{b}\uFF0C{c}.50  {a}\u3001{b}\u3001{c}.50  {a},{b},{c}  {a}.{b}.{c}  {a} {b} {c}  {a}{b},{c}  {a}{b}.{c}  {a},{b}{c}  {a}{c}{b}.50`,
  },
];

export function structureRelations(): readonly RelationDraft[] {
  return tables.flatMap(writingRelations);
}
