/** Writings of addresses in networks and file systems: URLs, hosts, mailboxes, paths, queries. */
import { drawnDigits } from '../../drawn.js';
import type { RelationDraft } from '../relation.js';
import { drawnName, type Writings, writingRelations } from './writing.js';

const named = (word: string) => ({
  x: word,
  y: drawnName(`y${word}`, 6),
  n: drawnDigits(word, 4),
});

const tables: readonly Writings[] = [
  {
    source: 'uri',
    class: 'place',
    slug: 'place-url',
    parts: named,
    forms: `https://example.com/{x}/{y}?b=1&a=2  http://example.com/{x}/{y}?b=1&a=2  https://example.com/{x}/{y}?a=2&b=1  https://example.com/{x}/{y}  https://example.com/{x}/{y}/  https://example.com/{x}/{y}?b=1&a=2#c  //example.com/{x}/{y}?b=1&a=2  example.com/{x}/{y}?b=1&a=2  https://www.example.com/{x}/{y}?b=1&a=2
      https://EXAMPLE.com/{x}/{y}?b=1&a=2  HTTPS://example.com/{x}/{y}?b=1&a=2  https://example.com:443/{x}/{y}?b=1&a=2  https://example.com:8443/{x}/{y}?b=1&a=2  https://example.com./{x}/{y}?b=1&a=2  https://ann@example.com/{x}/{y}?b=1&a=2  https://ann:lee@example.com/{x}/{y}?b=1&a=2  https://example.com/{x}/{y}/?b=1&a=2
      https://example.com//{x}/{y}?b=1&a=2  https://example.com/{x}//{y}?b=1&a=2  https://example.com/./{x}/{y}?b=1&a=2  https://example.com/z/../{x}/{y}?b=1&a=2  https://example.com/../{x}/{y}?b=1&a=2  https://example.com/{x}/%2e/{y}?b=1&a=2  https://example.com/{x}/z/%2E%2E/{y}?b=1&a=2  https://example.com/{x!}/{y}?b=1&a=2
      https://example.com/{x^}/{y^}?b=1&a=2  https://example.com/{x}/{y}?B=1&A=2  https://example.com/{x}/{y}?b=1&amp;a=2  https://example.com/{x}/{y}?b=1;a=2  https://example.com/{x}/{y}?&b=1&a=2  https://example.com/{x}/{y}?b=1&a=2&  https://example.com/{x}/{y}?b=1&&a=2  https://example.com/{x}/{y}?b=1&a=2&c=
      https://example.com/{x}/{y}?b=1&a=2&c  https://example.com/{x}/{y}?b=1&a=2&b=1  https://example.com/{x}/{y}?b=1&a=2&utm_source=a  https://example.com/{x}/{y}?b=1&a=2&utm_medium=b&utm_campaign=c  https://example.com/{x}/{y}?b=1&a=2&fbclid=a  https://example.com/{x}/{y}?b=1&a=2&gclid=a  https://example.com/{x}/{y}?b=1&a=2&ref=a
      https://example.com/{x}/{y}?b=1&a=2&_=7  https://example.com/{x}/{y}?b=1&a=2&sid=7  https://example.com/{x}/{y}?b=1&a=2&PHPSESSID=a  https://example.com/{x}/{y};jsessionid=a?b=1&a=2  https://example.com/{x};p=1/{y};q=2?b=1&a=2  https://example.com/{x}/{y}?  https://example.com/{x}/{y}?#  https://example.com/{x}/{y}#  https://example.com/{x}/{y}#c
      https://example.com/{x}/{y}#!c  https://example.com/#!/{x}/{y}  https://example.com/#/{x}/{y}  https://example.com/{x}/{y}?_escaped_fragment_=c  https://example.com/{x}/{y}#:~:text=a  https://example.com/{x}/{y}?b=1  https://example.com/{x}/{y}?a=2  https://example.com/{x}/{y}?b=2&a=1  https://example.com/{x}/{y}?b[]=1&a=2  https://example.com/{x}/{y}?b%5B%5D=1&a=2
      https://example.com/{x}/{y}/index.html  https://example.com/{x}/{y}/index.php  https://example.com/{x}/{y}.html  https://example.com/{x}/{y}/default.aspx  https://example.com/{x}/{y}.json  https://example.com/{x}/{y}%2F  https://example.com/{x}%2F{y}  https://example.com/{x}%2f{y}  https://example.com/{x}\\{y}  https:\\\\example.com\\{x}\\{y}
      https:/example.com/{x}/{y}  https:example.com/{x}/{y}  https:///example.com/{x}/{y}  https://example.com/{x}/{y}%20  https://example.com/{x}/{y}+  https://example.com/{x}/%20{y}  https://example.com/{x}/~{y}  https://example.com/{x}/%7E{y}  https://example.com/{x}/%7e{y}  https://example.com/{x}/%41{y}  https://example.com/{x}/A{y}
      https://m.example.com/{x}/{y}  https://amp.example.com/{x}/{y}  https://example.com/amp/{x}/{y}  https://example.com/{x}/{y}/amp  https://example.com/{x}/{y}?amp=1  https://en.example.com/{x}/{y}  https://example.com/en/{x}/{y}  https://www2.example.com/{x}/{y}  https://wWw.example.com/{x}/{y}  https://cdn.example.com/{x}/{y}
      https://example.org/{x}/{y}  https://example.co.uk/{x}/{y}  https://x.example.com/{x}/{y}  view-source:https://example.com/{x}/{y}  feed:https://example.com/{x}/{y}  <https://example.com/{x}/{y}>  (https://example.com/{x}/{y})  "https://example.com/{x}/{y}"  [a](https://example.com/{x}/{y})  https://example.com/{x}/{y}.  https://example.com/{x}/{y},
      https%3A%2F%2Fexample.com%2F{x}%2F{y}  https%3a%2f%2fexample.com%2f{x}%2f{y}  https://example.com%2F{x}%2F{y}  hxxps://example.com/{x}/{y}  https://example[.]com/{x}/{y}  https://93.184.216.34/{x}/{y}  https://0x5db8d822/{x}/{y}  https://1572395042/{x}/{y}  https://[::1]/{x}/{y}  https://127.0.0.1/{x}/{y}  https://localhost/{x}/{y}
      ws://example.com/{x}/{y}  wss://example.com/{x}/{y}  ftp://example.com/{x}/{y}  /{x}/{y}  /{x}/{y}/  {x}/{y}  /{x}/{y}?b=1&a=2  {x}/{y}?b=1&a=2  ./{x}/{y}  ?b=1&a=2&c={x}  b=1&a=2&c={x}  c={x}&a=2&b=1  a=2&b=1&c={x}  a=2&b=1&c={x}&c={x}  a=2&b=01&c={x}  A=2&B=1&C={x}  a=2;b=1;c={x}  a=2&c={x}  c={x}  c={x^}  c={x}&d=  c={x}&d  c=%{x}  c[]={x}  c[0]={x}`,
  },
  {
    source: 'uri',
    class: 'place',
    slug: 'place-host',
    parts: named,
    forms: `{x}.example.com  {x^}.example.com  {x}.example.com.  www.{x}.example.com  {x}.EXAMPLE.COM  {x}.example.com:443  {x}.example.com:80  {x}.example.com:8080  {x}.example.com:5222  {x}.example.com:5060  {x}  {x}.  {x}.local  {x}.localdomain  {x}.lan  {x}.example.net  {x}.example.org  {x}.example.co.uk  {y}.{x}.example.com  mail.{x}.example.com  *.{x}.example.com  .{x}.example.com
      {x}.example.com/  https://{x}.example.com  https://{x}.example.com/  http://{x}.example.com  http://{x}.example.com/  https://{x}.example.com:443/  http://{x}.example.com:80/  https://{x}.example.com/#  https://{x}.example.com?  https://{x}.example.com/?  https://{x}.example.com/index.html  //{x}.example.com  com.example.{x}  com/example/{x}  {x}_example_com  {x}-example-com
      {x}-example-com.translate.goog  {x}..example.com  {x}.example\u3002com  {x}\uFF0Eexample\uFF0Ecom  {x}\uFF61example\uFF61com  {x}.\u24D4xample.com  {x}.example.com:0  {x}.example.com:00443  {x}.example.com:  {x}.example.com:443:443  [{x}.example.com]  {x}.example.com#1  {x}.example.com/24  {x}.example.com, {x}.example.com  {x}.example.com,{y}.example.com  {x}.example.com {y}
      b\u00FCcher-{x}.example  xn--bcher-{x}-kva.example  B\u00DCCHER-{x}.example  bu\u0308cher-{x}.example  bucher-{x}.example  buecher-{x}.example  fa\u00DF-{x}.example  fass-{x}.example  \u03C2-{x}.example  \u03C3-{x}.example  {x}\u200D.example  {x}\u200C.example  {x}\u00AD.example.com  srv+{x}.example.com  _sip._tcp.{x}.example.com  dns:{x}.example.com  dns://{x}.example.com
      {x}.s.whatsapp.net  {x}.bsky.social  {x}.my.salesforce.com  {x}.lightning.force.com  {x}--dev.my.salesforce.com  {x}.sandbox.my.salesforce.com  {x}--dev.sandbox.my.salesforce.com  {x}.slack.com  {x}.onmicrosoft.com  {x}.mail.onmicrosoft.com`,
  },
  {
    source: 'files',
    class: 'place',
    slug: 'place-path',
    parts: named,
    forms: `C:\\{x}\\{y}.txt  c:\\{x}\\{y}.txt  C:/{x}/{y}.txt  /c/{x}/{y}.txt  /{x}/{y}.txt  {x}/{y}.txt  {y}.txt  {y}  {x}\\{y}.txt  C:\\{x}\\{y}  C:\\{x}\\{y}.TXT  C:\\{x^}\\{y^}.TXT  C:\\{x!}\\{y!}.txt  C:\\{x}\\{y}.txt.  C:\\{x}\\{y}.txt\\  C:\\{x}\\\\{y}.txt  C:\\{x}\\.\\{y}.txt  C:\\{x}\\z\\..\\{y}.txt  C:{x}\\{y}.txt  \\\\?\\C:\\{x}\\{y}.txt  \\\\.\\C:\\{x}\\{y}.txt
      file:///C:/{x}/{y}.txt  file://C:/{x}/{y}.txt  file:///c|/{x}/{y}.txt  file:///{x}/{y}.txt  file://localhost/{x}/{y}.txt  file:/{x}/{y}.txt  file:///{x}/{y}%2Etxt  /mnt/c/{x}/{y}.txt  /cygdrive/c/{x}/{y}.txt  \\\\server\\{x}\\{y}.txt  //server/{x}/{y}.txt  \\\\SERVER\\{x}\\{y}.txt  smb://server/{x}/{y}.txt  \\\\server@SSL\\{x}\\{y}.txt  server:/{x}/{y}.txt
      /{x}/{y}.txt/  //{x}/{y}.txt  /{x}//{y}.txt  /./{x}/{y}.txt  /{x}/./{y}.txt  /z/../{x}/{y}.txt  /{x}/z/../{y}.txt  /../{x}/{y}.txt  ./{x}/{y}.txt  ../{x}/{y}.txt  ~/{x}/{y}.txt  $HOME/{x}/{y}.txt  %USERPROFILE%\\{x}\\{y}.txt  /{x}/{y}.txt/.  /{x}/{y}.txt/..  /{x}/{y}  /{x}  {x}/  {x}  /{x}/{y}.tar.gz  /{x}/{y}.tgz  /{x}/{y}.txt.gz  /{x}/{y}.txt.bak  /{x}/{y}.txt~  /{x}/.{y}.txt
      /{x}/{y}.html  /{x}/{y}.json  /{x}/{y}.min.js  /{x}/{y} .txt  /{x}/{y}. txt  /{x}/{y} (1).txt  /{x}/{y} (2).txt  /{x}/{y}(1).txt  /{x}/{y}_1.txt  /{x}/{y}-1.txt  /{x}/{y} - Copy.txt  /{x}/{y} copy.txt  /{x}/Copy of {y}.txt  /{x}/{y}1.txt  /{x}/{y}01.txt  /{x}/{y}~1.TXT  /{x}/{y}.txt:a  /{x}/{y}.txt::$DATA  /{x}/{y}.txt:$DATA  /{x}/{y}:txt  /{x}/{y}.txt;1
      /{x}/{y}.txt,v  /{x}/{y}.txt@1  /{x}/{y}.txt?v=2  /{x}/{y}.txt#a  /{x}/{y}-abc12345.txt  /{x}/{y}.abc12345.txt  /{x}/{y}@2x.txt  /{x}/{y}-150x150.txt  /{x}/{y}.en.txt  /{x}/{y}_en.txt  /{x}/'{y}.txt'  '/{x}/{y}.txt'  "/{x}/{y}.txt"  /{x}/"{y}".txt  /{x}/\\{y}.txt  /{x}\\/{y}.txt  {x}:{y}.txt  {x}!{y}.txt  jar:file:/{x}!/{y}.txt  {x}.zip/{y}.txt
      /{x}/{y}\u00A0.txt  CON.{x}  con.{x}  {x}.con  NUL.{x}  {x}:  {x}|{y}.txt  {x}*{y}.txt  {x}?{y}.txt  {x}<{y}.txt  {x}>{y}.txt  {x}"{y}.txt  {x}_{y}.txt  {x}-{y}.txt  {x}{y}.txt  {x} {y}.txt  {x}%20{y}.txt  {x}+{y}.txt  {x}.{y}.txt  {x}\u2044{y}.txt  {x}\u2215{y}.txt  {x}\uFF0F{y}.txt  {x}\uFF3C{y}.txt  {x}\u29F5{y}.txt  {x}\u00A5{y}.txt`,
  },
  {
    source: 'uri',
    class: 'place',
    slug: 'place-ip',
    parts: (word) => {
      const low = (Number(drawnDigits(word, 4)) % 250) + 2;
      const hex = low.toString(16).padStart(2, '0');
      return { n: String(low), h: hex, o: low.toString(8), d: String(3221225984 + low), m: String(512 + low) };
    },
    forms: `192.0.2.{n}  192.0.2.{n}:443  192.0.2.{n}:5060  ::ffff:192.0.2.{n}  ::ffff:c000:2{h}  192.000.002.{n}  192.0.2.0{n}  0300.0.02.0{o}  0xc0.0x00.0x02.0x{h}  0xc00002{h}  0xC00002{h^}  {d}  192.0.{m}  192.{m}  192.0.2.{n}/32  192.0.2.{n}/24  192.0.2.0  192.0.2.0/24  192.0.2.1  192.0.2  192.0  192.0.2.*  192.0.2.x  192.0.2.{n}.  [192.0.2.{n}]
      http://192.0.2.{n}  http://192.0.2.{n}/  {n}.2.0.192.in-addr.arpa  {n}.2.0.192.in-addr.arpa.  ip-192-0-2-{n}  192-0-2-{n}  ip4:192.0.2.{n}  inet:192.0.2.{n}  ipv4:192.0.2.{n}:443  /192.0.2.{n}  /192.0.2.{n}:443  host/192.0.2.{n}  192.0.2.{n}, 192.0.2.1  192.0.2.{n},192.0.2.1  for=192.0.2.{n}  for="192.0.2.{n}:443"  for=192.0.2.{n};proto=https  unix:192.0.2.{n}  tcp://192.0.2.{n}
      2001:db8::{h}  2001:DB8::{h^}  2001:db8:0:0:0:0:0:{h}  2001:0db8:0000:0000:0000:0000:0000:00{h}  2001:db8::0:{h}  2001:db8:0::{h}  2001:db8::00{h}  [2001:db8::{h}]  [2001:db8::{h}]:443  2001:db8::{h}%eth0  2001:db8::{h}/128  2001:db8::{h}/64  2001:db8::/64  2001:db8::1  2001:db8:0:0::{h}  2001:db8:0:0:1::{h}  http://[2001:db8::{h}]/  2001-db8--{h}.ipv6-literal.net  2001:db8::0.0.0.{n}
      ::192.0.2.{n}  64:ff9b::192.0.2.{n}  64:ff9b::c000:2{h}  2002:c000:2{h}::  ::ffff:0:192.0.2.{n}  0:0:0:0:0:ffff:192.0.2.{n}  ::FFFF:192.0.2.{n}  [::ffff:192.0.2.{n}]  [::ffff:192.0.2.{n}]:443  \uFF11\uFF19\uFF12.0.2.{n}  192\u30020\u30022\u3002{n}`,
  },
  {
    source: 'mail-rules',
    class: 'mail',
    slug: 'place-mailbox',
    parts: (word) => ({ ...named(word), x: drawnName(word, 8) }),
    forms: `{x}.{y}@example.com  {x}.{y}+a@example.com  {x}.{y}+b@example.com  {x}{y}@example.com  {x!}.{y!}@example.com  {x}.{y}@EXAMPLE.COM  {x^}.{y^}@example.com  {x}.{y}-a@example.com  {x}.{y}-b@example.com  {x}.{y}=a@example.com  {x}.{y}=b@example.com  {x}.{y}_a@example.com  {x}.{y}_b@example.com  {x}.{y}.a@example.com  {x}.{y}%a@example.com  {x}.{y}#a@example.com
      {x}.{y}#b@example.com  {x}.{y}!a@example.com  {x}.{y}$a@example.com  {x}.{y}&a@example.com  {x}.{y}*a@example.com  {x}.{y}/a@example.com  {x}.{y}~a@example.com  {x}.{y}--a@example.com  {x}.{y}++a@example.com  {x}.{y}+@example.com  {x}.{y}-@example.com  {x}.{y}.@example.com  .{x}.{y}@example.com  {x}..{y}@example.com  {x}_{y}@example.com  {x}-{y}@example.com
      {y}.{x}@example.com  {x1}.{y}@example.com  {x1}{y}@example.com  {x}.{y1}@example.com  {x}{y1}@example.com  {x}@example.com  {y}@example.com  {x}.{y}1@example.com  {x}.{y}{n}@example.com  {x}.z.{y}@example.com  {x}.{y}@mail.example.com  {x}.{y}@www.example.com  {x}.{y}@smtp.example.com  {x}.{y}@example.net  {x}.{y}@example.org  {x}.{y}@example.co.uk  {x}.{y}@example
      {x}.{y}@example.com.  {x}.{y}@example.com.au  {x}.{y}@[192.0.2.1]  {x}.{y}@192.0.2.1  {x}.{y}@[IPv6:2001:db8::1]  {x}.{y}@example..com  {x}.{y}@@example.com  {x}.{y}@ example.com  {x}.{y} @example.com  {x}.{y} @ example.com  {x} . {y} @ example . com  {x}.{y}(a)@example.com  (a){x}.{y}@example.com  {x}.{y}@(a)example.com  {x}.{y}@example.com(a)  "{x}.{y}"@example.com
      "{x}\\.{y}"@example.com  "{x}".{y}@example.com  {x}\\.{y}@example.com  "{x}.{y}@example.com"@example.com  {x}.{y}%example.com@example.org  example.com!{x}.{y}  example.org!example.com!{x}.{y}  {x}.{y} at example.com  {x}.{y} [at] example.com  {x}.{y}(at)example.com  {x}.{y} at example dot com  {x}.{y}[at]example[dot]com  {x} dot {y} at example dot com  {x}.{y}&#64;example.com
      {x}.{y}&#x40;example.com  {x}.{y}&commat;example.com  {x}.{y}%40example.com  {x}.{y}\\u0040example.com  {x}.{y}=40example.com  {x}.{y}\uFF20example.com  {x}.{y}\uFE6Bexample.com  {x}.{y}@example\u3002com  {x}.{y}@example,com  {x}.{y}@example.con  {x}.{y}@exmaple.com  {x}.{y}@example.cmo  {x}.{y}@examplecom  {x}.{y}example.com  {x}.{y}@  @example.com:{x}.{y}  {x}.{y}_example.com
      {x}.{y}_example.com#EXT#@example.org  {x}.{y}.example.com  {x}.{y}/example.com  {x}+{y}@example.com  {y}+{x}@example.com  {x}-{y}=z@example.com  {x}.{y}=example.com@example.org  bounce+{x}.{y}=example.com@example.org  bounces-{x}.{y}=example.com@example.org  prvs=1234abcdef={x}.{y}@example.com  prvs=5678abcdef={x}.{y}@example.com  SRS0=ab=cd=example.com={x}.{y}@example.org
      SRS0=ef=gh=example.com={x}.{y}@example.org  SRS0+ab=cd=example.com={x}.{y}@example.org  SRS1=ab=example.net==cd=ef=example.com={x}.{y}@example.org  msprvs1=ab={x}.{y}@example.com  btv1==ab=={x}.{y}@example.com  owner-{x}.{y}@example.com  {x}.{y}-request@example.com  {x}.{y}-bounces@example.com  {x}.{y}-owner@example.com  {x}@{y}.example.com  {y}@{x}.example.com  z@{y}.example.com`,
  },
  ...(
    [
      ['gmail', 'gmail.com googlemail.com google.com'],
      [
        'microsoft',
        'outlook.com hotmail.com live.com msn.com hotmail.co.uk outlook.de live.co.uk passport.com windowslive.com',
      ],
      ['yahoo', 'yahoo.com ymail.com rocketmail.com yahoo.co.uk yahoo.de myyahoo.com y7mail.com'],
      ['apple', 'icloud.com me.com mac.com'],
      ['yandex', 'yandex.ru yandex.com ya.ru yandex.by yandex.kz yandex.ua'],
      ['proton', 'proton.me protonmail.com pm.me protonmail.ch'],
      ['fastmail', 'fastmail.com fastmail.fm sent.com messagingengine.com'],
      ['gmx', 'gmx.de gmx.net gmx.com gmx.at gmx.ch web.de mail.com'],
      [
        'other',
        'mail.ru inbox.ru list.ru bk.ru aol.com aim.com zoho.com zohomail.com tutanota.com tuta.io hey.com qq.com vip.qq.com foxmail.com 163.com 126.com yeah.net naver.com hanmail.net daum.net rambler.ru lenta.ru comcast.net xfinity.com',
      ],
    ] as const
  ).map(
    ([slug, domains]): Writings => ({
      source: 'mail-rules',
      class: 'mail',
      slug: `place-mailbox-${slug}`,
      // Letters and digits that no provider gave to anybody in this order.
      parts: (word) => ({ x: drawnName(word, 12), y: drawnName(`y${word}`, 6), n: drawnDigits(word, 6) }),
      forms: domains
        .split(' ')
        .flatMap((domain, at) => {
          const more =
            '{x}.{y}{n}+a@  {x}{y}{n}@  {x}.{y}{n}+b@  {x}.{y}{n}-a@  {x}-{y}{n}@  {x}_{y}{n}@  {x!}.{y!}{n}@  a@{x}.  {x}.{y}.{n}@';
          return ['{x}.{y}{n}@', ...(at === 0 ? more.split('  ') : [])].map((mailbox) => mailbox + domain);
        })
        .join('  '),
    }),
  ),
];

export function placeRelations(): readonly RelationDraft[] {
  return tables.flatMap(writingRelations);
}
