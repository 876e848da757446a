/** Judges the body of the later edition down to its text; what the text says is judged by the schema. */
import { TextDecoder } from 'node:util';
import { broken } from '../contract.js';
import type { FormJudgement } from './form.js';
import { readWhole } from './reading.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function judgeJsonBody(body: Buffer): FormJudgement {
  try {
    return { findings: [], reading: readWhole('json', [], utf8.decode(body)) };
  } catch {
    const words = {
      message:
        'The body is expected to be JSON in UTF-8, and it has bytes that UTF-8 does not have: most likely Latin-1 or Windows-1252.',
      advice:
        'Encode the text as UTF-8 when it becomes bytes (Java: getBytes(StandardCharsets.UTF_8); Python: json= or .encode("utf-8"); .NET: Encoding.UTF8).',
    };
    return { findings: [broken('body/json/well-formed', words)] };
  }
}
