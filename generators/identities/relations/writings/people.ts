/** Writings of one person's name as people are matched: order, initials, titles, particles, short forms, spellings that sound alike. */
import { drawnDigits } from '../../drawn.js';
import type { RelationDraft } from '../relation.js';
import { capital, drawnName, formsIn, type Writings, writingRelations } from './writing.js';

const common = { source: 'names', class: 'name' } as const;

/** A family name that nobody has. */
const family = (word: string): string => capital(drawnName(word, 8));

/** Given names of one kind: short forms, other languages, spellings. The first is compared with each. */
const given =
  'Robert  Bob  Rob  Bobby  Robbie  Rupert  Roberto  Bert;William  Bill  Will  Billy  Liam  Willy  Guillermo  Wilhelm;Elizabeth  Liz  Beth  Elisabeth  Betty  Lisa  Eliza  Elsa;' +
  'Catherine  Kate  Katherine  Kathryn  Cathy  Katie  Kathy  Katharina  Catalina;Michael  Mike  Mikhail  Michel  Miguel  Mick  Micheal;Alexander  Alex  Sasha  Aleksandr  Alejandro  Xander  Sandy;' +
  'Stephen  Steven  Steve  Stefan  Stephan  Esteban;James  Jim  Jimmy  Jamie  Jaime;John  Jon  Johnny  Jack  Johann  Juan  Jean  Ivan  Giovanni  Jhon;Richard  Dick  Rick  Rich  Ricardo;Margaret  Peggy  Maggie  Meg  Margarita;' +
  'Thomas  Tom  Tomas  Tommy;Joseph  Joe  Jose  Josef  Jos\u00E9  Giuseppe  Pepe  Joey;Philip  Phillip  Filip  Phil  Felipe;Geoffrey  Jeffrey  Jeff  Geoff  Jeffery;Sean  Shawn  Shaun  Se\u00E1n;Sarah  Sara  Sally  Zara;' +
  'Christina  Kristina  Christine  Chris  Tina  Cristina;Christopher  Chris  Kristopher  Topher  Kit;Mark  Marc  Markus  Marcus  Marco;Eric  Erik  Erich  Rick;Matthew  Matt  Mathew  Matthias  Mateo;Nicholas  Nick  Nicolas  Niklas  Nikolai;' +
  'Anthony  Tony  Antony  Antonio  Anton;Edward  Ted  Ed  Eddie  Ned  Eduardo;Charles  Charlie  Chuck  Carl  Karl  Carlos;Henry  Harry  Hank  Heinrich  Enrique;Daniel  Dan  Danny;David  Dave  Davide;Andrew  Andy  Drew  Andreas  Andrei;' +
  'Benjamin  Ben  Benny;Samuel  Sam  Sammy;Peter  Pete  Pierre  Pedro  Piotr;Francis  Frank  Francisco  Paco  Fran\u00E7ois;Theodore  Ted  Theo  Teddy;Lawrence  Larry  Laurence  Lorenz;Ronald  Ron  Ronnie;Kenneth  Ken  Kenny;' +
  'Jennifer  Jenny  Jen  Jenn;Patricia  Pat  Patty  Trish;Rebecca  Becky  Rebekah;Deborah  Debbie  Debra;Susan  Sue  Suzanne  Susie;Victoria  Vicky  Tori;Barbara  Barb  Babs;Theresa  Teresa  Terry  Tess;Anne  Ann  Anna  Annie  Hannah;' +
  'Mohammed  Muhammad  Mohamed  Mohammad  Mehmet  Md;Yusuf  Youssef  Joseph  Yousef;Sergei  Sergey  Serge;Yuri  Yury  Iouri;Dmitri  Dmitry  Dima;Ekaterina  Katya;Abdul  Abdel  Abd al;Ahmed  Ahmad  Achmed;Hussein  Husain  Hossein;' +
  'Zoe  Zo\u00EB  Zoey;Isaac  Isak  Izaak;Jorge  George  Georg  Georges  Yorgos;Raphael  Rafael;Sophia  Sofia  Sophie;Victor  Viktor;Oscar  Oskar;Jacob  Jakob  Jake;Lucas  Lukas  Luke;Hugo  Ugo;Ian  Iain  Ewan;Cameron  Kamron;Caitlin  Katelyn  Kaitlyn';

/** Sounds that phonetic keys take for one, between the same letters. */
const sounds =
  'pha fa;cka ka;ca ka;za sa;ya ia;qua kwa;xa ksa;wra ra;kna na;gna na;psa sa;dga ja;scha sha;tha ta;dta ta;tza za;sza sa;va fa;wa va;ba pa;da ta;ga ka;gha ga;rha ra;wha wa;cia sia;tia sha;mba ma;cea sea;ja ya;aha a;' +
  'oo u;ee i;ea e;ou u;ei ai;ie y;ae e;oe o;ue u;au ow;ay ai;ey y;aa a;ij y;lla la;nna na;mma ma;tta ta;ssa sa;rra ra;ppa pa;bba ba;dda da;gga ga;ffa fa;cca ca;zza za;a e;e i;i o;o u;u a;b d;m n;l r;s c;t d;g j;p b;k g;f v;z x';

const tables: readonly Writings[] = [
  {
    ...common,
    slug: 'person',
    parts: (word) => ({ g: 'Robert', m: 'James', f: family(word), d: drawnDigits(word, 2) }),
    forms: `{g} {m} {f}  {f}, {g} {m}  {g} {f}  {f} {g} {m}  {f}, {g}  {f} {g}  {g1}. {f}  {g} {m1}. {f}  {g} {m1} {f}  Mr {g} {m} {f}  Mr. {g} {m} {f}  Dr. {g} {m} {f}  {g} {m} {f} Jr.  {g} {m} {f}, Jr.  {f}
      {g1}. {m1}. {f}  {g1} {m1} {f}  {g1}{m1} {f}  {g1}.{m1}. {f}  {g1} {f}  {f} {g1}  {f}, {g1}.  {f} {g1}{m1}  {f}, {g1}.{m1}.  {f}, {g1}. {m1}.  {f}, {g} {m1}.  {f} {g1}.  {f}{g1}  {f}.{g1}  {g}.{f}  {g}-{f}  {g}_{f}  {g}{f}
      {f}{g}  {f}.{g}  {g1}{f}  {g1}.{f}  {g1}_{f}  {g}{f1}  {g}.{f1}  {f}_{g}  {f}{g1}{m1}  {g1}{m1}{f1}  {g1}.{m1}.{f1}.  {g1}. {m1}. {f1}.  {g1}{f1}  {g} {f1}.  {g} {f1}  {g}  {g} {m}  {m} {f}  {g}-{m} {f}  {g}{m} {f}
      {g} {m}-{f}  {g} {m}{f}  {m} {g} {f}  {f} {m} {g}  {g} {f} {m}  {g^} {m^} {f^}  {g} {m} {f^}  {f^} {g} {m}  {f^}, {g} {m}  {f^}, {g}  {g} {f^}  {g} {f} (Work)  {g} {m} ({f})  {g} "Bob" {f}  {g} (Bob) {f}  {g} 'Bob' {f}
      {g} {f} II  {g} {f} III  {g} {f} 3rd  {g} {f} Sr.  {g} {f} Sr  {g} {f} Jr  {g} {f} Jr.  {g} {f}, Jr  {g} {f} jun.  {g} {f} Esq.  {g} {f}, Esq.  {g} {f} PhD  {g} {f}, PhD  {g} {f}, Ph.D.  {g} {f} MD  {g} {f}, M.D.  {g} {f} MBA
      {g} {f}, MSc  {g} {f} BA  {g} {f}, CPA  {g} {f} RN  {g} {f} OBE  {g} {f} dds  Dr {g} {f}  Dr. {g} {f}  Prof. {g} {f}  Prof {g} {f}  Prof. Dr. {g} {f}  Professor {g} {f}  Doctor {g} {f}  Mr {g} {f}  Mr. {g} {f}  mr {g} {f}  Mister {g} {f}
      Mrs {g} {f}  Mrs. {g} {f}  Ms {g} {f}  Ms. {g} {f}  Miss {g} {f}  Mx {g} {f}  Sir {g} {f}  Lord {g} {f}  Lady {g} {f}  Dame {g} {f}  Hon. {g} {f}  Rev. {g} {f}  Fr. {g} {f}  Sgt. {g} {f}  Capt. {g} {f}  Col. {g} {f}  Gen. {g} {f}  Lt. {g} {f}
      Herr {g} {f}  Frau {g} {f}  Hr. {g} {f}  Fr {g} {f}  Dipl.-Ing. {g} {f}  Ing. {g} {f}  Mag. {g} {f}  M. {g} {f}  Mme {g} {f}  Mlle {g} {f}  Monsieur {g} {f}  Sr. {g} {f}  Sra. {g} {f}  Srta. {g} {f}  Don {g} {f}  Do\u00F1a {g} {f}  Dott. {g} {f}
      Sig. {g} {f}  Pan {g} {f}  Shri {g} {f}  Smt. {g} {f}  Sheikh {g} {f}  Haji {g} {f}  {f}-san  {g} {f}-san  {f} san  {f}-sama  {g} {f}\u3055\u3093  {f}\u69D8  {f} ssi  {g} {f} Bey  {g} {f} Ji
      {g} van {f}  {g} Van {f}  {g} von {f}  {g} Von {f}  {g} de {f}  {g} De {f}  {g} del {f}  {g} de la {f}  {g} de las {f}  {g} da {f}  {g} do {f}  {g} dos {f}  {g} di {f}  {g} du {f}  {g} le {f}  {g} la {f}  {g} van der {f}  {g} van den {f}  {g} vd {f}
      {g} v.d. {f}  {g} v. {f}  {g} ter {f}  {g} ten {f}  {g} zu {f}  {g} von und zu {f}  {g} af {f}  {g} al-{f}  {g} Al-{f}  {g} al {f}  {g} el-{f}  {g} El {f}  {g} bin {f}  {g} ibn {f}  {g} ben {f}  {g} bint {f}  {g} abu {f}  {g} Mac{f}  {g} Mc{f}  {g} Mac {f}
      {g} O'{f}  {g} O\u2019{f}  {g} O {f}  {g} O{f}  {g} D'{f}  {g} D\u2019{f}  {g} D{f}  {g} d'{f}  {g} L'{f}  {g} St. {f}  {g} St {f}  {g} Saint {f}  {g} Saint-{f}  {g} Fitz{f}  {g} Fitz {f}  {g} Van{f}  {g} Vander{f}  {g} De{f}  {g} Dela{f}  {f}, {g} van
      {f}, {g} van der  {g} y {f}  {g} {f} y {m}  {g} {f} de {m}  {g} {f} {m}  {g} {f}-{m}  {g} {m}-{f}  {g} {f} \u00E9p. {m}  {g} {m}, n\u00E9e {f}  {g} {f} (n\u00E9e {m})  {g} {f} geb. {m}  {g} {f} aka Bob  {g} {f} {d}  {g}{f}{d}  {g}.{f}{d}  {g} {f}1
      {g} {g} {f}  {g} {f} {f}  {g}  {f} 2  The {g} {f}  {g} the {f}  {g} and {f}  {g} & {f}  {g} {f} & {m} {f}  {g} + {f}  {g}/{f}  {g} {f}'s  {g} {f}\u2019s  {g} A. {f}  {g} B. {f}  {g} A {f}  {g} Aaron {f}  {g} J. {f}  R {m} {f}  R. {m} {f}  Rob't {f}  Robt. {f}
      {g} {f~}  {g~} {f}  {f} {g} Jr.  {f} Jr., {g}  {f}, {g}, Jr.  {f}, {g} Jr.  {f}, Dr. {g}  {f}, {g} (Dr.)  {f} {g} {m1}  {f} {g} {m1}.  {f} {g}, Dr.  {f},{g}  {f} ,{g}  {f};{g}  {f}/{g}  {f}|{g}  {f};{g};{m};;  {f}^{g}^{m}  {f}^{g}  N:{f};{g};;;`,
  },
  {
    ...common,
    slug: 'person-company',
    parts: (word) => ({ f: family(word), g: capital(drawnName(`g${word}`, 6)) }),
    forms: `{f} Ltd  {f} Ltd.  {f} Limited  {f}  {f} Inc  {f} Inc.  {f}, Inc.  {f} Incorporated  {f} LLC  {f}, LLC  {f} L.L.C.  {f} Corp  {f} Corp.  {f} Corporation  {f} Co  {f} Co.  {f} Company  The {f} Company  The {f} Co.  The {f}  {f} & Co.  {f} & Co  {f} and Co
      {f} GmbH  {f} GmbH & Co. KG  {f} mbH  {f} AG  {f} KG  {f} SE  {f} e.V.  {f} UG  {f} OHG  {f} S.A.  {f} SA  {f} SAS  {f} SARL  {f} S.A.R.L.  {f} S.L.  {f} SL  {f} S.p.A.  {f} SpA  {f} S.r.l.  {f} Srl  {f} B.V.  {f} BV  {f} N.V.  {f} NV  {f} AB  {f} A/S  {f} AS  {f} Oy  {f} Oyj
      {f} plc  {f} PLC  {f} P.L.C.  {f} LLP  {f} LP  {f} Pty Ltd  {f} Pty. Ltd.  {f} Pvt Ltd  {f} Pvt. Ltd.  {f} Private Limited  {f} K.K.  {f} KK  {f} Co., Ltd.  {f} Co Ltd  \u682A\u5F0F\u4F1A\u793E{f}  {f}\u682A\u5F0F\u4F1A\u793E  \uFF08\u682A\uFF09{f}  {f} OOO  OOO {f}  {f} Kft  {f} sp. z o.o.  {f} s.r.o.  {f} Ltda  {f} Ltda.
      {f} Group  {f} Holding  {f} Holdings  {f} International  {f} Intl  {f} Intl.  {f} & {g}  {f} and {g}  {f} und {g}  {f} et {g}  {f} + {g}  {f}/{g}  {f}-{g}  {f} {g}  {g} & {f}  {f} Bros.  {f} Brothers  {f} Services  {f} Svcs  {f} Department  {f} Dept.  {f} Manufacturing  {f} Mfg.`,
  },
  {
    ...common,
    slug: 'person-letters',
    parts: (word) => ({ f: drawnName(word, 7), n: drawnName(`n${word}`, 3) }),
    // One letter dropped, doubled, swapped, replaced; letters sorted, vowels left out, another ending.
    forms: `martin {f}  matin {f}  marttin {f}  matrin {f}  marton {f}  martyn {f}  marten {f}  maartin {f}  arm tin {f}  mrtn {f}  aimnrt {f}  nitram {f}  martins {f}  martina {f}  martino {f}  martine {f}  artin {f}  marti {f}  martinx {f}  xmartin {f}  tinmar {f}
      mart in {f}  mar-tin {f}  m.artin {f}  m artin {f}  {f} martin  martin{f}  {f}martin  rtin {f}  mart {f}  mar {f}  ma {f}  m {f}  mn {f}  mtn {f}  m6n {f}  martin {f} {f}  martin martin {f}  martin {f} {n}  martin {n} {f}  {n} martin {f}  amrtin {f}  martni {f}  mqrtin {f}
      narting {f}  mertin {f}  murtin {f}  mardin {f}  maltin {f}  malten {f}  martim {f}  mahrtin {f}  mart1n {f}  m4rtin {f}  m@rtin {f}  mart!n {f}  martlin {f}  rnartin {f}  martiin {f}  mmartin {f}  martinn {f}  marrtin {f}  martin {f}s  martin {f}a  martin {f}e  martin {f}n`,
  },
  {
    ...common,
    slug: 'person-words',
    parts: (word) => ({ f: drawnName(word, 8) }),
    // Stems, plurals, spellings of two sides of an ocean, abbreviations of addresses, stop words.
    forms: `running {f}  runs {f}  run {f}  runner {f}  ran {f}  {f}s  {f}es  {f}ed  {f}ing  {f}er  {f}ers  {f}ies  {f}y  {f}ly  {f}ation  {f}ations  {f}ate  {f}able  {f}ness  {f}ment  {f}ful  {f}  {f}'s  {f}s'  {f}\u2019s  colour {f}  color {f}  centre {f}  center {f}  organise {f}  organize {f}
      grey {f}  gray {f}  catalogue {f}  catalog {f}  the {f}  a {f}  an {f}  of {f}  {f} of  in {f}  and {f}  or {f}  to {f}  der {f}  die {f}  das {f}  le {f}  la {f}  les {f}  el {f}  il {f}  un {f}  {f} the  {f}, the  {f} street  {f} st  {f} st.  {f} str.  {f}str.  {f}stra\u00DFe  {f}strasse
      {f} avenue  {f} ave  {f} ave.  {f} road  {f} rd  {f} rd.  {f} boulevard  {f} blvd  {f} drive  {f} dr  {f} lane  {f} ln  {f} square  {f} sq  {f} north  {f} n  {f} n.  north {f}  n. {f}  {f} apartment  {f} apt  {f} apt.  {f} #  {f} building  {f} bldg  mount {f}  mt. {f}  mt {f}  fort {f}  ft. {f}
      number {f}  no. {f}  # {f}  saint {f}  st. {f}  st {f}  {f} one  {f} 1  {f} i  {f} first  {f} 1st  {f} two  {f} 2  {f} ii  {f} second  {f} 2nd  {f} percent  {f} %  {f} dollar  {f} $  {f} plus  {f} +  {f} at  {f} @  with {f}  w/ {f}  versus {f}  vs. {f}  vs {f}  {f} etc.  {f} etc`,
  },
  {
    ...common,
    slug: 'person-sounds',
    parts: (word) => ({ f: drawnName(word, 4) }),
    forms: sounds
      .split(';')
      .flatMap((pair) => pair.split(' ').map((sound) => `Ann {f!}ni${sound}ndo`))
      .join('  '),
  },
];

export function personRelations(): readonly RelationDraft[] {
  const byGiven = given.split(';').map(
    (names, at): Writings => ({
      ...common,
      slug: `person-given-${at + 1}`,
      parts: (word) => ({ f: family(word) }),
      forms: formsIn(names)
        .map((name) => `${name} {f}`)
        .join('  '),
    }),
  );
  return [...tables, ...byGiven].flatMap(writingRelations);
}
