/**
 * A ready-made change of a waivers file: a unified diff without context that removes what is no longer needed and gives
 * what has expired but still fails a date that somebody has to stand for. Pure.
 */
import type { SettledWaiver } from './settle-waivers.js';
import type { Waiver } from './waiver.js';

/** Days by which a renewal is suggested: soon enough to be looked at again. */
const renewalDays = 30;

export function isToMend({ status }: Pick<SettledWaiver, 'status'>): boolean {
  return status === 'expired' || status === 'no longer needed';
}

/** Undefined when nothing is to be mended. Lines as they are to be pasted where the file has no lines of its own for an entry. */
export function correctionOf(file: string, settled: readonly SettledWaiver[], today: string): string | undefined {
  const toMend = settled.filter(isToMend);
  if (toMend.length === 0) return undefined;
  if (toMend.some(({ waiver }) => waiver.lines === undefined)) return wholeFile(file, settled, today);
  return diff(file, toMend, today);
}

function isToRenew({ status, clauses }: SettledWaiver): boolean {
  return status === 'expired' && clauses.length > 0;
}

function diff(file: string, toMend: readonly SettledWaiver[], today: string): string {
  const hunks: string[] = [];
  // How many lines the hunks before have taken away: the new numbers follow from the old ones.
  let removed = 0;
  const inOrder = toMend.flatMap((one) => (one.waiver.lines === undefined ? [] : [{ one, lines: one.waiver.lines }]));
  for (const { one, lines } of inOrder.sort((a, b) => a.lines.from - b.lines.from)) {
    if (isToRenew(one)) {
      const line = lines.text[lines.expires] ?? '';
      const at = lines.from + lines.expires;
      const renewed = line.replace(one.waiver.expires, renewalFrom(today));
      hunks.push(`@@ -${at} +${at - removed} @@`, `-${line}`, `+${renewed}`);
    } else {
      const many = lines.text.length;
      hunks.push(
        `@@ -${lines.from},${many} +${lines.from - 1 - removed},0 @@`,
        ...lines.text.map((line) => `-${line}`),
      );
      removed += many;
    }
  }
  return [`--- ${file}`, `+++ ${file}`, ...hunks].join('\n');
}

/** Each value as JSON, which YAML reads. */
function wholeFile(file: string, settled: readonly SettledWaiver[], today: string): string {
  const kept = settled.filter((one) => !isToMend(one) || isToRenew(one));
  const entries = kept.flatMap((one) => {
    const expires = isToRenew(one) ? renewalFrom(today) : one.waiver.expires;
    const waiver: Waiver = { ...one.waiver, expires };
    return memberNames
      .filter((name) => waiver[name] !== undefined)
      .map((name, index) => `${index === 0 ? '- ' : '  '}${name}: ${JSON.stringify(waiver[name])}`);
  });
  return [`# ${file}, corrected`, ...(entries.length === 0 ? ['[]'] : entries)].join('\n');
}

/** In the order in which people write them. */
const memberNames = ['clause', 'reason', 'owner', 'ticket', 'expires', 'edition', 'target'] as const;

function renewalFrom(today: string): string {
  return new Date(Date.parse(today) + renewalDays * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
