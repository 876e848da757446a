/** Shows how far a run is: one line rewritten on a terminal, a plain line now and then in a log, nothing in CI. */
import type { RunEvent } from '../../engine/service/run-options.js';
import { plural } from '../../text/format.js';
import type { Printer } from './printer.js';

export type ProgressMode = 'rewritten' | 'plain' | 'none';

/** Milliseconds between two plain lines, at least. */
const plainInterval = 10_000;
/** Milliseconds between two drawings of the rewritten line, at least: a terminal is slower than the run. */
const drawInterval = 50;

/** Gives what takes the events of a run. @param now milliseconds of a clock that never goes back. */
export function showProgress(printer: Printer, mode: ProgressMode, now: () => number): (event: RunEvent) => void {
  let test = { title: '', index: 0, of: 0 };
  let requests = 0;
  let shownAt = now();
  const show = (interval: number): void => {
    const time = now();
    if (mode === 'none' || time - shownAt < (mode === 'plain' ? plainInterval : interval)) return;
    shownAt = time;
    const line = `test ${test.index} of ${test.of}, ${plural(requests, 'request')}: ${test.title}`;
    if (mode === 'plain') printer.note(line);
    else printer.status(line);
  };
  return (event) => {
    if (event.type === 'spec-started') {
      test = event;
      show(0);
    } else if (event.type === 'progress') {
      ({ requests } = event);
      show(drawInterval);
    }
  };
}
