/** Writings of an id of any shape with what systems put around it: schemes, servers, resources, parameters, words of its kind, signs. */
import { guidFrom } from '../../../seeded.js';
import { drawnBytes, drawnDigits } from '../../drawn.js';
import type { RelationDraft } from '../relation.js';
import type { SourceId } from '../sources.js';
import { drawnName, formsIn, writingRelations } from './writing.js';

type Shape = 'number' | 'handle' | 'long' | 'token' | 'guid' | 'mail';

/** None that anybody has. */
const shapes: Readonly<Record<Shape, (word: string) => string>> = {
  number: (word) => `447700900${drawnDigits(word, 3)}`,
  handle: (word) => drawnName(word, 10),
  long: (word) => `1000${drawnDigits(word, 11)}`,
  token: (word) => `U0${Buffer.from(drawnBytes(word, 6)).toString('hex').toUpperCase()}`,
  guid: (word) => guidFrom(drawnBytes(word, 16), 4),
  mail: (word) => `${drawnName(word, 8)}.lee@example.com`,
};

interface Affixes {
  readonly source: SourceId;
  /** Where they are met first. */
  readonly on: readonly Shape[];
  readonly forms: string;
}

const words =
  'user  contact  customer  client  u  id  uid  member  account  chat  guest  person  lead  subject  visitor  anon  usr  cust  cus  ' +
  'cid  conversation  channel  session  bot  agent  employee  device  phone  email  web  app  crm  sf  ext  profile  peer';

const signs = '@  #  $  &  !  ~  +  *  =  \'  "  ^  %  -  _  .  ,  :  ;  /  \\  |  ?  `  >';
const tails = ', . ; : ! ? - _ / \\ | # + = & * ~ $ @ %'.split(' ');

const before = (list: string, separators: readonly string[]): string =>
  formsIn(list)
    .flatMap((word) => separators.map((separator) => `${word}${separator}{x}`))
    .join('  ');

const tables: readonly Affixes[] = [
  {
    source: 'messenger-ids',
    on: ['number'],
    forms: `whatsapp:{x}  {x}@s.whatsapp.net  {x}@c.us  +{x}  tel:{x}  {x}@lid  sms:{x}  tg:{x}  {x}:12@s.whatsapp.net  {x}@g.us
      viber:{x}  telegram:{x}  tg://user?id={x}  00{x}  line:{x}  fb:{x}  {x}:0  {x}:12@lid  {x}.0:12@s.whatsapp.net  wa:{x}  wa-{x}  wa_{x}
      messenger:{x}  signal:{x}  {x}@hosted  {x}@hosted.lid  {x}@broadcast  {x}@newsletter  {x}@bot  {x}@sms  {x}@whatsapp  {x}@telegram
      whatsapp:+{x}  whatsapp://send?phone={x}  https://wa.me/{x}  wa.me/{x}  https://api.whatsapp.com/send?phone={x}  +{x}@c.us
      viber://chat?number={x}  viber://chat?number=%2B{x}  viber://contact?number=%2B{x}  https://signal.me/#p/+{x}  sgnl://signal.me/#p/+{x}
      tg://resolve?phone={x}  https://t.me/+{x}  tg://openmessage?user_id={x}  https://wa.me/{x}?text=a  sms:+{x}  sms://{x}  sms:{x}?body=a
      sms:{x};body=a  smsto:{x}  mms:{x}  mmsto:{x}  callto:{x}  callto://{x}  facetime:{x}  facetime://{x}  facetime-audio:{x}  imessage:{x}  im:{x}
      rcs:{x}  zalo:{x}  wechat:{x}  weixin:{x}  kakao:{x}  fax:{x}  phone:{x}  mobile:{x}  msisdn:{x}  e164:{x}  e164:+{x}  tel://{x}  tel:+{x}
      sip:{x}@example.com  sip:+{x}@example.com;user=phone  sips:{x}@example.com  {x}@example.com  {x}@vtext.com  {x}@txt.att.net
      {x}@tmomail.net  {x}@sms.example.com  +{x}/TYPE=PLMN  {x}/TYPE=PLMN  {x}x12  {x} x12  {x} ext. 12  {x} ext 12  {x};ext=12
      {x};phone-context=example.com  {x};isub=12  {x},,12  {x}p12  {x}#12  {x}*12  {x}w12  {x}/12  {x}-12  {x};user=phone  +{x};npdi
      MSISDN-{x}  0{x}  000{x}  011{x}  +00{x}  ++{x}  (+{x})  + {x}  %2B{x}  whatsapp:%2B{x}  p:{x}  {x}:1  {x}:99@c.us  {x}_1@c.us  {x}_s.whatsapp.net
      {x}-1600000000@g.us  {x}-1600000001@g.us  status@{x}  iMessage;-;{x}  iMessage;-;+{x}  SMS;-;+{x}  any;-;+{x}  instagram:{x}  twilio:{x}`,
  },
  {
    source: 'messenger-ids',
    on: ['handle'],
    forms:
      `@{x}  {x}@example.com  https://t.me/{x}  t.me/{x}  user:{x}  acct:{x}@example.com  @{x}@example.com  @{x}:example.com  {x}@example.com/phone
      xmpp:{x}@example.com  skype:{x}  live:{x}  8:live:{x}  {x}#0  {x}#1234  <@{x}>  <@!{x}>  <@{x}|ann>  {x}/phone  @@{x}  ~{x}  u/{x}  /u/{x}  {x}:example.com
      https://telegram.me/{x}  tg://resolve?domain={x}  tg://{x}  https://twitter.com/{x}  https://x.com/{x}  https://mobile.twitter.com/{x}
      https://www.instagram.com/{x}  https://www.instagram.com/{x}/  https://instagram.com/{x}  instagram.com/{x}  instagram:{x}  ig:{x}  https://m.me/{x}
      m.me/{x}  https://fb.me/{x}  https://fb.com/{x}  https://www.facebook.com/{x}  https://m.facebook.com/{x}  facebook.com/{x}  facebook:{x}
      fb:{x}  https://www.facebook.com/profile.php?id={x}  twitter:{x}  line:{x}  https://line.me/ti/p/~{x}  https://line.me/R/ti/p/@{x}
      https://www.linkedin.com/in/{x}  https://www.linkedin.com/in/{x}/  linkedin.com/in/{x}  https://github.com/{x}  github:{x}
      https://www.tiktok.com/@{x}  https://www.youtube.com/@{x}  https://www.reddit.com/user/{x}  user/{x}  https://example.com/@{x}
      https://example.com/users/{x}  acct:@{x}@example.com  {x}@example.net  {x}@example.com/home  {x}@example.com/phone/1
      {x}@conference.example.com/ann  xmpp:{x}@example.com/phone  xmpp:{x}@example.com?message  XMPP:{x}@example.com  {x}%example.com@gateway.example.org
      {x}\\40example.com@gateway.example.org  @{x}:matrix.org  @{x}:example.com:8448  https://matrix.to/#/@{x}:example.com  matrix:u/{x}:example.com
      @telegram_{x}:example.com  @whatsapp_{x}:example.com  @_discord_{x}:example.com  #{x}:example.com  !{x}:example.com
      $` +
      `{x}:example.com  mxid:@{x}:example.com  skype:{x}?chat  8:{x}  29:{x}  28:{x}  8:orgid:{x}  8:acs:{x}  live:.cid.{x}  teams:{x}  slack:{x}
      slack://user?team=T1&id={x}  T1:{x}  T1-{x}  {x}-T1  T1/{x}  <@{x}|lee>  <#{x}>  <#{x}|ann>  <!subteam^{x}>  <@&{x}>  discord:{x}  {x}!ann@host.example.com
      {x}!lee@host.example.org  {x}!*@*  {x}_  {x}\`  {x}|away  {x}[m]  +{x}  @+{x}  %{x}  &{x}  {x}.bsky.social  @{x}.bsky.social  at://{x}.bsky.social
      did:web:{x}  did:key:{x}  did:key:{x}#keys-1  did:plc:{x}  nostr:{x}  {x}.eth  CN={x}  uid={x}  user={x}  {x}@  {x}@localhost  {x}@EXAMPLE.COM  im:{x}  aim:{x}
      viber:{x}  whatsapp:{x}  signal:{x}  wechat:{x}  weixin:{x}  zalo:{x}  kakao:{x}  qq:{x}  vk:{x}  https://vk.com/{x}  ymsgr:{x}  ymsgr:sendIM?{x}  icq:{x}
      msnim:chat?contact={x}  gtalk:{x}  aim:goim?screenname={x}  irc:{x}  irc://irc.example.com/{x},isnick  ircs:{x}  snapchat:{x}  threema:{x}  wire:{x}  xmpp://{x}@example.com`,
  },
  {
    source: 'messenger-ids',
    on: ['long'],
    forms: `id{x}  user{x}  -{x}  -100{x}  <@{x}>  <@!{x}>  psid:{x}  fbid:{x}  fb-{x}  {x}_1234567  1234567_{x}  t_{x}  t_mid.{x}  m_{x}  chat{x}  #{x}  club{x}  public{x}
      urn:li:person:{x}  urn:li:member:{x}  urn:li:fsd_profile:{x}  page:{x}  {x}:7  {x}/7  {x}_7  {x}#7  {x}.7  n{x}  ID: {x}  ID {x}  id: {x}  No. {x}  Nr. {x}
      \u2116 {x}  #0{x}  {x}L  {x}n  C{x}  U{x}  snowflake:{x}  tg-{x}  tg_{x}  chat_id={x}  user_id={x}  id={x}  ?id={x}  /{x}  q{x}  @id{x}  [id{x}|Ann]  @{x} (Ann)`,
  },
  {
    source: 'identity-providers',
    on: ['token'],
    forms: `auth0|{x}  google-oauth2|{x}  facebook|{x}  apple|{x}  oauth2|{x}  sms|{x}  email|{x}  windowslive|{x}  github|{x}  waad|{x}  samlp|corp|{x}  oidc|corp|{x}
      google:{x}  github:{x}  facebook_{x}  Google_{x}  google/{x}  eu-west-1:{x}  us-east-1:{x}  eu-west-1_{x}  people/{x}  users/{x}  users('{x}')
      projects/p/users/{x}  gid://shopify/Customer/{x}  arn:aws:iam::123456789012:user/{x}  arn:aws:sts::123456789012:assumed-role/a/{x}  AIDA:{x}  AROA:{x}
      spiffe://example.com/{x}  spiffe://example.org/{x}  saml:{x}  oidc:{x}  sub:{x}  sub={x}  oid:{x}  aad:{x}  aad|{x}  {x}@idp  {x}!idp  {x}|a  {x}|b  a|{x}  b|{x}
      https://example.com/id/{x}  https://idp.example.com!https://sp.example.com!{x}  Bearer {x}  bearer {x}  Token {x}  Basic {x}  ApiKey {x}  token:{x}
      salesforce:{x}  sfdc:{x}  Contact:{x}  Contact/{x}  Contact_{x}  User/{x}  User:{x}  EndUser:{x}  prod:{x}  prod-{x}  test_{x}  live_{x}  dev:{x}  v1:{x}  v1.{x}  v2:{x}
      tenant-a:{x}  tenant-b:{x}  tenant-a/{x}  {x}@tenant-a  {x}@tenant-b  a.b.{x}  {x}.a  {x}.b  {x}:a  {x}:b  {x}/a  {x}/b  a/{x}  b/{x}  a:{x}  b:{x}  a:{x}:b  c:{x}:d  a/{x}/b
      c/{x}/d  a-{x}-b  a.{x}.b  a|{x}|b  a_{x}_b  {x}#a  {x}#b  {x}?a=1  {x}?a=2  {x};a=1  {x};a=2  {x},a=1  {x}&a=1  {x}==  {x}=  {x}==a  {x}::a  a::{x}  {x}~a  {x}@1  {x}@2  {x}@1.2.3
      {x}@latest  {x}:latest  {x}:v1  {x}+a  {x}+b  {x} (a)  {x} (b)  {x} (1)  {x} (2)  {x} [a]  {x} [b]  {x} - a  {x} | a  {x} / a  {x}, a  {x}; a  {x}: a  a - {x}  a | {x}  a: {x}  a, {x}`,
  },
  {
    source: 'guids',
    on: ['guid'],
    forms: `{{x}}  urn:uuid:{x}  uuid:{x}  guid:{x}  ({x})  [{x}]  <{x}>  "{x}"  '{x}'  URN:UUID:{x}  urn:guid:{x}  urn:x:{x}  oid:{x}  UUID('{x}')  UUID("{x}")  Guid("{x}")  {guid'{x}'}
      guid'{x}'  N'{x}'  x'{x}'  X'{x}'  b'{x}'  u'{x}'  r"{x}"  UUID({x})  ObjectId("{x}")  ObjectId('{x}')  ObjectId({x})  {"$oid":"{x}"}  {"$uuid":"{x}"}  {"id":"{x}"}  /{x}  /{x}/  {x}/  ms-{x}
      user-{x}  {x}.{x}  {x}:{x}  {x}_{x}  {x}-{x}  {x}{x}  {x}-0000  {x}-1  {x}_0  {x}.0  {x}.json  {x}.vcf  {x}@example.com  {x}@thread.v2  19:{x}@thread.v2
      19:{x}@thread.tacv2  19:{x}@unq.gbl.spaces  a:{x}  f:{x}:ann  f:{x}:lee  did:uuid:{x}  urn:oid:2.25.{x}  tag:example.com,2024:{x}  cid:{x}  mid:{x}  info:{x}  oid.{x}`,
  },
  {
    source: 'mail-rules',
    on: ['mail'],
    forms: `mailto:{x}  <{x}>  Ann Lee <{x}>  "Ann Lee" <{x}>  "Lee, Ann" <{x}>  {x} (Ann Lee)  (Ann Lee) {x}  smtp:{x}  SMTP:{x}  Mailto:{x}  mailto:{x}?subject=a  mailto:{x}?cc=a  email:{x}
      mail:{x}  e-mail:{x}  E-Mail: {x}  acct:{x}  xmpp:{x}  sip:{x}  sips:{x}  im:{x}  skype:{x}  msnim:{x}  mailto://{x}  <mailto:{x}>  [mailto:{x}]  Ann Lee [{x}]  Ann Lee ({x})  'Ann Lee' <{x}>
      Ann Lee<{x}>  Ann Lee {x}  {x} <{x}>  "{x}" <{x}>  '{x}' <{x}>  <{x}>;  <{x}>,  {x};  {x},  {x}.  .{x}  {x}>  {x}/phone  {x}/a/b  {x};tag=1  {x}:25  {x}:5060  {x}%a  {x} via Example
      {x} on behalf of a  a on behalf of {x}  From: {x}  To: {x}  Reply-To: {x}  user:{x}  user/{x}  email|{x}  x500:{x}  rfc822;{x}  {x}#EXT#@example.org  imap://{x}  [{x}](mailto:{x})
      a:{x};  undisclosed:{x};  {x}.invalid  {x}.test  {x}.local  {x},a@example.org  {x};a@example.org  {x}, a@example.org  a@example.org,{x}  @a.example.org:{x}  <@a.example.org:{x}>  i:0#.f|membership|{x}
      i:0#.w|{x}  i:0e.t|a|{x}  c:0-.f|a|{x}  live.com#{x}  external:{x}  guest_{x}  deleted-{x}  old_{x}  zz_{x}  _{x}  (inactive) {x}  {x}.old  {x}_old  {x}-old  {x}_deleted  {x}.deleted.1  del_1_{x}`,
  },
  {
    source: 'slugs',
    on: ['handle', 'number', 'mail'],
    forms: `${before(signs, [''])}  ${tails.map((sign) => `{x}${sign}`).join('  ')}
      ({x})  [{x}]  {{x}}  <{x}>  "{x}"  '{x}'  \`{x}\`  *{x}*  **{x}**  _{x}_  __{x}__  ~{x}~  |{x}|  /{x}/  %{x}%  \${{x}}  {{{x}}}  [[{x}]]  <<{x}>>  ={{x}}  ="{x}"  \u00AB{x}\u00BB  \u300C{x}\u300D  \u201E{x}\u201C
      \u2018{x}\u2019  \uFF08{x}\uFF09  \u3010{x}\u3011  ["{x}"]  ['{x}']  {"{x}"}  ("{x}",)  "{x}",  {x}...  {x}\u2026  ...{x}  {x}!!  {x}??  ##{x}  //{x}  ::{x}  ::1:{x}  --{x}  __{x}  00{x}  0{x}  {x}0  {x}00  x{x}  {x}x  {x}s  {x}'s`,
  },
  {
    source: 'slugs',
    on: ['handle'],
    forms: before(words, [':', '_', '-', '/']),
  },
  {
    source: 'slugs',
    on: ['number'],
    forms: before(words, [':']),
  },
  {
    source: 'iana',
    on: ['handle'],
    forms: before(
      'http  https  ftp  ftps  sftp  ssh  file  data  blob  about  javascript  view-source  urn  news  nntp  gopher  ldap  ldaps  ws  wss  mqtt  amqp  redis  mongodb  git  svn  magnet  bitcoin  ethereum  geo  maps  market  itms  intent  android-app  chrome  resource  tag  cid  mid  doi  info  ni  jabber  h323  iax  mumble  ts3server  stun  turn  rtsp  coap  dns  crid  aaa  pres  secondlife  spotify  steam  web+a',
      [':'],
    ),
  },
  {
    source: 'iana',
    on: ['token'],
    forms: before(
      'uuid  oid  isbn  issn  ietf  nbn  lex  epc  epc:id  fdc  iso  oasis  publicid  schac  tva  uci  x  example  mrn  gsma:imei  3gpp  aps  dgiwg  ogc  ngsi-ld  dev  li:person  service  service:sos  nena:service  tel  contact  user  customer  a:b',
      [':'],
    )
      .split('  ')
      .map((form) => `urn:${form}`)
      .join('  '),
  },
];

/** One shape after the other, the forms that are at home there first. */
export function affixRelations(): readonly RelationDraft[] {
  const names = Object.keys(shapes) as Shape[]; // Object.keys knows no more than texts.
  return names.flatMap((shape) => {
    const seen = new Set<string>();
    const own = [0, 1, 2].flatMap((place) => tables.filter(({ on }) => on[place] === shape));
    return own.flatMap(({ source, forms }) =>
      writingRelations({
        slug: `affix-${shape}`,
        source,
        class: 'affix',
        parts: (word) => ({ x: shapes[shape](word) }),
        forms: ['{x}', ...formsIn(forms).filter((form) => !seen.has(form) && seen.add(form))].join('  '),
      }),
    );
  });
}
