/** Subjects of an exact length in characters, which are code points: incompressible, as an index may hold a compressed text only. */
import { drawnBytes } from './drawn.js';

const plain = 'abcdefghijkmnpqrstuvwxyz23456789';
/** Sixty-four different characters each, none of which is another one of them in a fold. */
export const fillings: readonly {
  readonly bytes: number;
  readonly name: string;
  readonly characters: readonly string[];
}[] = [
  { bytes: 1, name: 'letters and digits', characters: Array.from(plain) },
  {
    bytes: 2,
    name: 'characters of two bytes',
    characters: Array.from('éñøßабвгдежзклмнпрстуфхцчшщэюяαβγδζηθλμξπρφψωאבגדזחטלמסעקרש'),
  },
  {
    bytes: 3,
    name: 'characters of three bytes',
    characters: Array.from(
      '王小明国語漢字山川木花鳥風月雪雨अकखगघचजटदनपमรลวสหกขคงさくらやまかわ한글서울부산인천東西南北',
    ),
  },
  {
    bytes: 4,
    name: 'characters of four bytes',
    characters: Array.from(
      '😀🎉🚀🐶🐱🍎🍣🎵🏠🚗🌙🔥💧📚🎁🎈𠮷𠀋𠂉𠔿𠮟𡈽𡌛𡑮𡢽𢌞𢡛𣇃𣏒𣗄𣘺𣲾𤁋𤟱𥒎𥔎𥶡𦰩𧃴𧄍𧏛𨂻𨉷𨨞𨩱𨫤𨯁𩊠𩗏𩙿𩛰𩸽𪀚𪂂𪃹𪆐𪊲𪎌𪐷',
    ),
  },
];

/**
 * A word filled up with characters that follow from it, or its beginning where it is longer.
 *
 * @param bytes of each character in UTF-8, from 1 to 4.
 */
export function subjectOfLength(word: string, length: number, bytes = 1): string {
  const { characters = [] } = fillings[bytes - 1] ?? {};
  const start = Array.from(word).slice(0, length);
  const drawn = Array.from(
    drawnBytes(word, length - start.length),
    (byte) => characters[byte % characters.length] ?? '',
  );
  return [...start, ...drawn].join('');
}
