/** Writings of identifiers that registries, directories and vendors give: accounts, keys with check digits, versions, tags, codes. */
import { drawnBytes, drawnDigits } from '../../drawn.js';
import type { RelationDraft } from '../relation.js';
import { drawnName, type Writings, writingRelations } from './writing.js';

const digits = (count: number) => (word: string) => ({ n: drawnDigits(word, count) });

/** Digits in groups, as `{a}` to `{f}`. */
const groups =
  (...sizes: readonly number[]) =>
  (word: string) =>
    Object.fromEntries(sizes.map((size, at) => ['abcdefgh'.charAt(at), drawnDigits(`${at}${word}`, size)]));

const hexGroups =
  (...sizes: readonly number[]) =>
  (word: string) =>
    Object.fromEntries(
      sizes.map((size, at) => [
        'abcdefgh'.charAt(at),
        `${'abcdef'.charAt(at % 6)}${Buffer.from(drawnBytes(`${at}${word}`, size)).toString('hex')}`.slice(0, size),
      ]),
    );

const named = (word: string) => ({
  x: drawnName(word, 8),
  y: drawnName(`y${word}`, 6),
  d: drawnName(`d${word}`, 5),
  n: drawnDigits(word, 4),
});

const ids = { source: 'identifiers', class: 'guid' } as const;
const accounts = { source: 'directories', class: 'directory' } as const;

const tables: readonly Writings[] = [
  {
    ...accounts,
    slug: 'account',
    parts: (word) => ({ ...named(word), x: word }),
    forms:
      `{d}\\{x}  {x}@{d}.example.com  {x}  {d^}\\{x}  {d!}\\{x!}  {d}/{x}  {d}\\\\{x}  {x}@{d}  {x}@{d^}.EXAMPLE.COM  {x}@{d}.EXAMPLE.COM  .\\{x}  {x}@{y}.example.com  {y}\\{x}  {d}.example.com\\{x}  {d}.example.com/{x}  {d}+{x}  {d}:{x}  {d}#{x}  {x}%{d}
      {x}%{d}.example.com  {x}!{d}  {d}!{x}  {d}.{x}  {x}.{d}  {x}@{d}.example.com@{y}.example.org  {x}/admin@{d}.EXAMPLE.COM  {x}/{y}@{d}.EXAMPLE.COM  host/{x}@{d}.EXAMPLE.COM  HOST/{x}  http/{x}  {x}$  {x}$@{d}.EXAMPLE.COM  {d}\\{x}$  {x}@{d}.local
      cn={x},ou={d},dc=example,dc=com  CN={x},OU={d},DC=example,DC=com  cn={x}, ou={d}, dc=example, dc=com  CN={x!},OU={d!},DC=example,DC=com  cn = {x} , ou = {d} , dc = example , dc = com  cn={x};ou={d};dc=example;dc=com  uid={x},ou={d},dc=example,dc=com
      cn="{x}",ou={d},dc=example,dc=com  cn={x},ou={y},dc=example,dc=com  cn={x},dc=example,dc=com  dc=com,dc=example,ou={d},cn={x}  /dc=com/dc=example/ou={d}/cn={x}  /DC=com/DC=example/OU={d}/CN={x}  /CN={x}/OU={d}  CN={x}/OU={d}/O=example
      {x}/{d}/example  {x}/{d}/example@example  CN={x}+UID={n},OU={d},DC=example,DC=com  UID={n}+CN={x},OU={d},DC=example,DC=com  2.5.4.3={x},ou={d},dc=example,dc=com  OID.2.5.4.3={x},ou={d},dc=example,dc=com  cn=\\{x},ou={d},dc=example,dc=com  cn={x}\\20,ou={d},dc=example,dc=com
      ldap:///cn={x},ou={d},dc=example,dc=com  ldap://example.com/cn={x},ou={d},dc=example,dc=com  example.com/{d}/{x}  (cn={x})  (&(cn={x}))  (|(cn={x})(cn={y}))  (CN={x})  ( cn = {x} )  cn={x}  CN={x}  cn={x!}  /o=example/ou={d}/cn=Recipients/cn={x}  /O=EXAMPLE/OU={d^}/CN=RECIPIENTS/CN={x}
      c=us;a= ;p=example;o={d};s={x};  X400:c=us;a= ;p=example;o={d};s={x};  EX:/o=example/ou={d}/cn={x}  WinNT://{d}/{x}  WinNT://{d}/{x},user  {x}@example  {d}\\{x}@{y}  anonymous@{d}.example.com  {x}@nai.{d}.example.com  0{x}@{d}  1{x}@{d}  {x}@wlan.mnc001.mcc001.3gppnetwork.org
      =rst={x}  {x}#{d}  {x}*{d}  {d}*{x}  {x},{d}  {x}|{d}  {d}|{x}  {x}:{d}  {d};{x}  {d}$` +
      `{x}  {d}-{x}  {d}_{x}  {x} ({d})  {x} [{d}]  {d} {x}  {x} at {d}  [{d}]{x}  <{d}>{x}  ({d}){x}  #{d}:{x}  S-1-5-21-{n}  s-1-5-21-{n}  S-1-5-21-0{n}  {x!}  {x^}  {d}\\{x^}  {x^}@{d}.example.com`,
  },
  {
    ...ids,
    slug: 'card',
    parts: groups(4, 4, 4, 4),
    forms: `9{a}{b}{c}{d}  9{a} {b} {c} {d}  9{a}-{b}-{c}-{d}  9{a}.{b}.{c}.{d}  9{a}XXXXXXXX{d}  9{a}********{d}  ************{d}  **** **** **** {d}  XXXX-XXXX-XXXX-{d}  {d}  x{d}  9{a}{b}{c}  9{a}{b}{c}{d}0  9{a}{b}{c}{a}  9{a}{c}{b}{d}  {b}{c}{d}  9{b}{b}{c}{d}
      9{a}/{b}/{c}/{d}  9{a}_{b}_{c}_{d}  9{a}\u00A0{b}\u00A0{c}\u00A0{d}  9{a}\u2009{b}\u2009{c}\u2009{d}  9{a}\u2011{b}\u2011{c}\u2011{d}  9{a}\u2013{b}\u2013{c}\u2013{d}  \u2022\u2022\u2022\u2022{d}  #9{a}{b}{c}{d}  9{a}{b}...{d}  ...{d}  9{a}...  {a}{b}{c}{d}  ending in {d}  9{a} {b}{c}{d}  9{a}{b} {c}{d}  ID9{a}{b}{c}{d}`,
  },
  {
    ...ids,
    slug: 'iban',
    parts: groups(2, 4, 4, 4, 4),
    forms: `XX{a}BANK{b}{c}{d}{e}  XX{a} BANK {b} {c} {d} {e}  xx{a}bank{b}{c}{d}{e}  IBAN XX{a}BANK{b}{c}{d}{e}  IBAN: XX{a} BANK {b} {c} {d} {e}  IBANXX{a}BANK{b}{c}{d}{e}  XX{a}-BANK-{b}-{c}-{d}-{e}  {b}{c}{d}{e}  BANK{b}{c}{d}{e}  XX00BANK{b}{c}{d}{e}  XX{a}BANK{b}XXXXXXXX{e}
      iban:XX{a}BANK{b}{c}{d}{e}  XX {a} BANK {b}{c}{d}{e}  XX{a}BANK{b}{c}{d}{d}  XX{a}.BANK.{b}.{c}.{d}.{e}  XX{a}bank{b}{c}{d}{e}`,
  },
  {
    ...ids,
    slug: 'book',
    parts: groups(4, 4),
    forms: `978-0-{a}-{b}-X  9780{a}{b}X  0{a}{b}X  0-{a}-{b}-X  ISBN 978-0-{a}-{b}-X  ISBN-13: 978-0-{a}-{b}-X  isbn:9780{a}{b}X  urn:isbn:9780{a}{b}X  URN:ISBN:0-{a}-{b}-X  978 0 {a} {b} X  978-0-{a}-{b}-x  0{a}{b}x  ISBN0{a}{b}X  9780{a}{b}1  9790{a}{b}X  {a}-{b}  {a}{b}  ISSN {a}-{b}
      urn:issn:{a}-{b}  issn:{a}-{b}  978\u20100\u2010{a}\u2010{b}\u2010X  EAN 9780{a}{b}X  ISBN: 0{a}{b}X  SBN {a}{b}X  0{a}{b}  00{a}{b}X  doi:10.{a}/{b}  10.{a}/{b}  https://doi.org/10.{a}/{b}  http://dx.doi.org/10.{a}/{b}  info:doi/10.{a}/{b}  DOI: 10.{a}/{b}  urn:doi:10.{a}/{b}  hdl:10.{a}/{b}`,
  },
  {
    ...ids,
    slug: 'orcid',
    parts: groups(4, 4, 4),
    forms: `9{a}-{b}-{c}-000X  https://orcid.org/9{a}-{b}-{c}-000X  9{a}{b}{c}000X  9{a}-{b}-{c}-000x  http://orcid.org/9{a}-{b}-{c}-000X  orcid.org/9{a}-{b}-{c}-000X  ORCID:9{a}-{b}-{c}-000X  orcid:9{a}-{b}-{c}-000X  9{a} {b} {c} 000X  https://isni.org/isni/9{a}{b}{c}000X  ISNI 9{a} {b} {c} 000X  9{a}{b}{c}0001`,
  },
  {
    ...ids,
    slug: 'imei',
    parts: groups(2, 6, 6, 1),
    forms: `{a}{b}{c}{d}  {a}-{b}-{c}-{d}  {a}{b}{c}  {a}{b}{c}0  {a}{b}{c}{d}1  {a}{b}{c}01  {a} {b} {c} {d}  {a}/{b}/{c}/{d}  imei:{a}{b}{c}{d}  urn:gsma:imei:{a}{b}-{c}-0  urn:gsma:imei:{a}{b}-{c}-0;svn=01  IMEI {a}{b}{c}{d}  imsi-{a}{b}{c}{d}  IMSI:{a}{b}{c}{d}  {a}{b}{c}{d}F  {a}{b}{c}{d}f  89{a}{b}{c}{d}F  89{a}{b}{c}{d}
      0{a}{b}{c}{d}  {a}{b}{c}{d}@wlan.example.org  suci-0-{a}-{b}-{c}  nai-{a}{b}{c}{d}  {a}-{b}-{c}`,
  },
  {
    ...ids,
    slug: 'national-id',
    parts: groups(3, 2, 4),
    forms: `9{a}-{b}-{c}  9{a}{b}{c}  9{a} {b} {c}  9{a}.{b}.{c}  9{a}/{b}/{c}  9{a}{b}-{c}  9{a}{b}/{c}  9{a}.{b}-{c}  ***-**-{c}  XXX-XX-{c}  {c}  19{a}{b}-{c}  9{a}{b}+{c}  9{a}-{b}{c}  9{a}_{b}_{c}  SSN 9{a}-{b}-{c}  09{a}{b}{c}  XX9{a}{b}{c}  xx9{a}{b}{c}  XX 9{a} {b} {c}  XX-9{a}-{b}-{c}  9{a}{b}{c}K
      9{a}{b}{c}-K  9{a}.{b}.{c}-k  9{a}{b}{c}k  9{a}{b}{c}0  VAT 9{a}{b}{c}  XX9{a}{b}{c}B01  XX9{a}{b}{c}MWST  CHE-9{a}.{b}.{c}  CHE9{a}{b}{c}  CHE-9{a}.{b}.{c} MWST  9{a}{b}{c}R001  DUNS 9{a}-{b}-{c}`,
  },
  {
    ...ids,
    slug: 'account-number',
    parts: digits(7),
    forms: `{n}  0{n}  00{n}  000{n}  {n}0  {n}00  0000000000{n}  #{n}  No. {n}  no.{n}  nr. {n}  N\u00B0{n}  n\u00BA {n}  A{n}  a{n}  A-{n}  A 0{n}  A00{n}  A-000{n}  {n}A  {n}-A  {n}/1  {n}-0  {n}-00  {n}-1  {n}.1  {n}.00  {n}/0  SAP{n}  CUST0{n}  CUST{n}  cust-{n}  CUST-00{n}  C{n}  c{n}  c-{n}  ACC-{n}  acc{n}  C-{n}-{n}
      {n}{n}  ={n}  ="{n}"  '{n}  '{n}'  "{n}"  {n};  {n}\u00A0  \u00A0{n}  \u200E{n}  \u202A{n}\u202C  {n}\u200B  \uFEFF{n}  {n}:{n}  {n},  {n}*  *{n}*  *{n}  {n}?  [{n}]  <{n}>  {n}>  {n}x  x{n}  0x{n}  {n}h  {n}d  {n}f  {n}u  {n}UL  {n}L  {n}n  {n}m  {n}e0  {n}e+0  {n}E0  {n}e1  {n}.0  {n}.  {n},0  {n},00  +{n}  -{n}  {n}-  {n}+  ({n})
      {n} USD  USD {n}  {n}$  \u20AC{n}  {n}\u20AC  {n} EUR  {n} \u20AC  \u00A3{n}  {n}%  {n} %  {n}\u2030  {n} kg  {n}kg  {n}px  {n} px  {n} items  {n} (old)  {n}st  {n}th  {n}.  {n})  ({n}  {n}~`,
  },
  {
    ...ids,
    slug: 'version',
    parts: groups(3, 2, 1),
    forms: `{a}.{b}.{c}  v{a}.{b}.{c}  {a}.{b}.{c}.0  {a}.{b}.{c}+build  {a}.{b}.{c}-beta  V{a}.{b}.{c}  {a}.{b}  {a}  {a}.{b}.{c}+5  {a}.{b}.{c}-rc.1  {a}.{b}.{c}-rc1  {a}.{b}.{c}rc1  {a}.{b}.{c}c1  {a}.{b}.{c}.rc1  {a}.{b}.{c}a1  {a}.{b}.{c}alpha1  {a}.{b}.{c}-alpha.1  {a}.{b}.{c}-alpha1  {a}.{b}.{c}.dev1  {a}.{b}.{c}-dev1
      {a}.{b}.{c}.post1  {a}.{b}.{c}-1  {a}.{b}.{c}-r1  {a}.{b}.{c}rev1  0!{a}.{b}.{c}  0:{a}.{b}.{c}  {a}.{b}.{c}-0  {a}.{b}.{c}-SNAPSHOT  {a}.{b}.{c}.RELEASE  {a}.{b}.{c}.Final  {a}.{b}.{c}.GA  {a}.{b}.{c}-final  {a}.0{b}.{c}  ={a}.{b}.{c}  =={a}.{b}.{c}  ^{a}.{b}.{c}  ~{a}.{b}.{c}  >={a}.{b}.{c}  {a}.{b}.{c}.0.0  {a}.{b}.x  {a}.{b}.*
      {a}_{b}_{c}  {a}-{b}-{c}  {a},{b},{c}  ver. {a}.{b}.{c}  version {a}.{b}.{c}  release-{a}.{b}.{c}  r{a}.{b}.{c}  {a}.{b}.{c}~beta  {a}.{b}.{c} beta  {a}.{b}.{c}b  {a}.{b}.{c}+local  W/"{a}.{b}.{c}"  "{a}.{b}.{c}"  'W/{a}.{b}.{c}'  "{a}.{b}.{c}-gzip"  "{a}.{b}.{c};gzip"  w/"{a}.{b}.{c}"`,
  },
  {
    ...ids,
    slug: 'package',
    parts: named,
    forms:
      `{x}-{y}.{d}  {x}_{y}.{d}  {x}.{y}.{d}  {x}-{y}-{d}  {x}_{y}_{d}  {x!}-{y!}.{d!}  {x!}.{y!}-{d}  {x}--{y}.{d}  {x}-_{y}..{d}  {x}{y}{d}  @{x}/{y}.{d}  @{x}/{y}  {x}/{y}  npm:{x}-{y}.{d}  {x}-{y}.{d}@1.0.0  {x}-{y}.{d}@latest  {x}-{y}.{d}:latest  {x}-{y}.{d}==1.0  {x}-{y}.{d}[extra]  {x}-{y}.{d} >=1  lib{x}-{y}.{d}  {x}-{y}.{d}-dev
      {x}-{y}.{d}.git  {x}-{y}.{d}.js  node-{x}-{y}.{d}  python-{x}-{y}.{d}  py{x}-{y}.{d}  pkg:npm/{x}-{y}.{d}  pkg:npm/{x}-{y}.{d}@1.0.0  pkg:npm/{x}-{y}.{d}?a=b  {x}/{y}:latest  docker.io/{x}/{y}  docker.io/{x}/{y}:latest  index.docker.io/{x}/{y}  {x}/{y}@sha256:ab  registry.example.com/{x}/{y}  {x}:{y}:1.0  {x}:{y}:jar:1.0
      git@example.com:{x}/{y}.git  https://example.com/{x}/{y}.git  https://example.com/{x}/{y}  ssh://git@example.com/{x}/{y}.git  git://example.com/{x}/{y}  git+https://example.com/{x}/{y}.git  github:{x}/{y}  refs/heads/{x}  heads/{x}  origin/{x}  remotes/origin/{x}  refs/tags/{x}  {x}~0  {x}^0  {x}^{}  s3://{x}/{y}  s3a://{x}/{y}  s3n://{x}/{y}  gs://{x}/{y}
      https://{x}.s3.amazonaws.com/{y}  https://s3.amazonaws.com/{x}/{y}  arn:aws:s3:::{x}/{y}  {x}.{y}  {x}::{y}  {x}\\{y}  {x}$` +
      `{y}  {x}#{y}  {x}-{y}  {x}_{y}  {x}{y!}  {x!}{y!}  {x^}_{y^}  {x}-{y^}  {x!}-{y!}  {x} {y}  {x!} {y!}  m_{x}{y!}  _{x}_{y}  {x}_{y}_  {x}__{y}  get{x!}{y!}  is{x!}{y!}  I{x!}{y!}  {x!}{y!}s  {x}_{y}_id  {x}_{y}.id  {x}:{y}  x-{x}-{y}  X-{x!}-{y!}  HTTP_{x^}_{y^}  HTTP_X_{x^}_{y^}  {x}[{y}]  {x}[]  {x}.{y}[0]  {x}.{y}.0`,
  },
  {
    ...ids,
    slug: 'hardware',
    parts: hexGroups(2, 2, 2, 2, 2),
    forms:
      `02:{a}:{b}:{c}:{d}:{e}  02-{a}-{b}-{c}-{d}-{e}  02{a}{b}{c}{d}{e}  02{a}.{b}{c}.{d}{e}  02:{a^}:{b^}:{c^}:{d^}:{e^}  02-{a^}-{b^}-{c^}-{d^}-{e^}  02{a^}{b^}{c^}{d^}{e^}  2:{a}:{b}:{c}:{d}:{e}  02 {a} {b} {c} {d} {e}  02{a}{b}-{c}{d}{e}  02{a}{b}:{c}{d}{e}  0x02{a}{b}{c}{d}{e}  02:{a}:{b}:ff:fe:{c}:{d}:{e}
      00:{a}:{b}:{c}:{d}:{e}  fe80::{a}:{b}ff:fe{c}:{d}{e}  02:{a}:{b}:{c}:{d}:00  02:{a}:{b}:00:00:00  {e}:{d}:{c}:{b}:{a}:02  02.{a}.{b}.{c}.{d}.{e}  02_{a}_{b}_{c}_{d}_{e}  mac:02:{a}:{b}:{c}:{d}:{e}  dev_02_{a}_{b}_{c}_{d}_{e}  SHA256:{a}{b}{c}  sha256:{a}{b}{c}  sha256-{a}{b}{c}  {a}:{b}:{c}  {a^}:{b^}:{c^}  {a}{b}{c}  0x{a}{b}{c}
      0X{a^}{b^}{c^}  0x{a^}{b^}{c^}  0x0{a}{b}{c}  0x00{a}{b}{c}  \\x{a}\\x{b}\\x{c}  %{a}%{b}%{c}  {a}h  #{a}{b}{c}  #{a^}{b^}{c^}  #{a}{b}{c}ff  &H{a}{b}{c}  $` +
      `{a}{b}{c}  {a} {b} {c}  {a}-{b}-{c}  {a},{b},{c}  U+{a}{b}  u+{a}{b}  {c}{b}{a}  {a}{b}{c}0  ETH:{a}{b}{c}  X'{a}{b}{c}'  x'{a}{b}{c}'  <{a}{b}{c}>  urn:sha1:{a}{b}{c}`,
  },
  {
    ...ids,
    slug: 'language',
    parts: (word) => ({ x: drawnName(word, 8), y: drawnDigits(word, 3) }),
    // A tag of a language, a country, a time zone, a media type, a character set behind the id, in its aliases.
    forms: `{x}-en-US  {x}-en_US  {x}-en-us  {x}-EN-US  {x}-en  {x}-en-GB  {x}-eng  {x}-en-Latn-US  {x}-en-US-x-a  {x}-en-US-u-ca-buddhist  {x}-en_US.UTF-8  {x}-en_US.utf8  {x}-en_US@euro  {x}-iw  {x}-he  {x}-in  {x}-id  {x}-ji  {x}-yi  {x}-no  {x}-nb  {x}-tl  {x}-fil  {x}-sh  {x}-sr-Latn  {x}-mo  {x}-ro  {x}-zh-CN  {x}-zh-Hans-CN
      {x}-zh-Hans  {x}-zh-TW  {x}-zh-Hant-TW  {x}-zh-Hant  {x}-zh  {x}-cmn  {x}-i-klingon  {x}-tlh  {x}-pt-BR  {x}-pt  {x}-UTC  {x}-GMT  {x}-Etc/UTC  {x}-Z  {x}-Asia/Calcutta  {x}-Asia/Kolkata  {x}-US/Eastern  {x}-America/New_York  {x}-Europe/Kiev  {x}-Europe/Kyiv  {x}-GB  {x}-UK  {x}-GBR  {x}-826  {x}-United Kingdom  {x}-DE
      {x}-DEU  {x}-276  {x}-Germany  {x}-Deutschland  {x}-USA  {x}-US  {x}-United States  {x}-U.S.A.  {x}-U.S.  {x}-utf-8  {x}-UTF8  {x}-utf_8  {x}-latin1  {x}-iso-8859-1  {x}-ISO8859-1  {x}-windows-1252  {x}-cp1252  {x}-text/html  {x}-text/html; charset=utf-8  {x}-text/html;charset=UTF-8  {x}-Text/HTML  {x}-image/jpg  {x}-image/jpeg
      {x}-application/javascript  {x}-text/javascript  {x}.jpg  {x}.jpeg  {x}.JPG  {x}.htm  {x}.html  {x}.yml  {x}.yaml  {x}.tif  {x}.tiff  {x}-EUR  {x}-978  {x}-\u20AC  {x}-USD  {x}-$  {x}-male  {x}-m  {x}-M  {x}-female  {x}-f  {x}-yes  {x}-y  {x}-true  {x}-1  {x}-on  {x}-no  {x}-n  {x}-false  {x}-0  {x}-off  {x}-null  {x}-none  {x}-undefined
      {x}-red  {x}-#f00  {x}-#ff0000  {x}-#FF0000  {x}-rgb(255,0,0)  {x}-jan  {x}-january  {x}-01  {x}-1  {x}-mon  {x}-monday  {x}-km  {x}-1000m  {x}-1km  {x}-1 km  {x}-1h  {x}-60m  {x}-60min  {x}-3600s  {x}-PT1H  {x}-1k  {x}-1K  {x}-1000  {x}-1,000  {x}-1024  {x}-1KiB  {x}-1e3  {x}-1e+3  {x}-10e2  {x}-50%  {x}-0.5  {x}-.5  {x}-0.50  {x}-1/2  {x}-\u00BD  {x}-a-m  {x}-pm`,
  },
];

export function identifierRelations(): readonly RelationDraft[] {
  return tables.flatMap(writingRelations);
}
