/** The last lines of an output, bounded; whole lines are passed on as they come. */
import { StringDecoder } from 'node:string_decoder';

const mostTail = 32 * 1024;
/** A longer line is passed on in pieces, where it does not come at once. */
export const mostLine = 16 * 1024;

export class OutputTail {
  readonly #onLine: (line: string) => void;
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';
  #tail = '';
  #cut = false;

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  push(chunk: Buffer): void {
    const text = this.#decoder.write(chunk);
    this.#keep(text);
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line.replace(/\r$/, ''));
    if (this.#rest.length > mostLine) this.#flush();
  }

  end(): void {
    const text = this.#decoder.end();
    this.#keep(text);
    this.#rest += text;
    if (this.#rest !== '') this.#flush();
  }

  /** What is kept, and whether something before it was dropped. */
  get kept(): { readonly text: string; readonly cut: boolean } {
    return { text: this.#tail.slice(-mostTail), cut: this.#cut || this.#tail.length > mostTail };
  }

  #flush(): void {
    this.#onLine(this.#rest);
    this.#rest = '';
  }

  #keep(text: string): void {
    this.#tail += text;
    if (this.#tail.length > 2 * mostTail) {
      this.#tail = this.#tail.slice(-mostTail);
      this.#cut = true;
    }
  }
}
