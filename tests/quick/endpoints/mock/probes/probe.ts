/** What a probe of a fault is: one observation that comes out one way at a sound service and the other way at the faulty one. */
import type { Called, Caller, Change } from '../caller.js';

export type Changing = Change | ((caller: Caller) => Change);

/** Whether the fault shows itself. */
export type Probe = (caller: Caller) => Promise<boolean>;

/** The wrong request is accepted. */
export const accepts =
  (change: Changing): Probe =>
  async (caller) =>
    (await caller.call(changeFor(change, caller))).accepted;

/** The right values are accepted from an urlencoded body. */
export const acceptsUrlencoded = accepts(({ mock }) => {
  const [channelAddressIdentifier = ''] = mock.credentials.channels;
  const participants = JSON.stringify([{ subject: 'someone', role: 'EndUser', appType: 'custom' }]);
  return {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: () => new URLSearchParams({ channelAddressIdentifier, participants }).toString(),
  };
});

/** The conforming request is not accepted. */
export const refuses =
  (change: Changing): Probe =>
  async (caller) =>
    !(await caller.call(changeFor(change, caller))).accepted;

/** The answer to the canonical conforming request looks so. */
export const succeedsWith =
  (looks: (called: Called) => boolean): Probe =>
  async (caller) =>
    looks(await caller.call());

/** The answer to a wrong request looks so. */
export const refusesWith =
  (looks: (called: Called, caller: Caller) => boolean, change: Change = { entry: { role: '<b>Agent</b>' } }): Probe =>
  async (caller) =>
    looks(await caller.call(change), caller);

/** Conforming requests for one pair do not all get one identifier. */
export const splits =
  (...changes: readonly Change[]): Probe =>
  async (caller) => {
    const identifiers = new Set<unknown>();
    for (const change of changes) identifiers.add((await caller.call(change)).identifier);
    return identifiers.size > 1;
  };

/** Two subjects share an identifier. */
export const merges = (first: string, second: string): Probe => mergesRequests({ subject: first }, { subject: second });

/** Two requests for two pairs share an identifier. */
export const mergesRequests =
  (first: Changing, second: Changing): Probe =>
  async (caller) => {
    const { identifier } = await caller.call(changeFor(first, caller));
    return identifier === (await caller.call(changeFor(second, caller))).identifier;
  };

/** Some of many requests, told by their number, show the fault. */
export const showsWithin =
  (most: number, shows: (caller: Caller, number: number) => Promise<boolean>): Probe =>
  async (caller) => {
    for (let number = 0; number < most; number += 1) if (await shows(caller, number)) return true;
    return false;
  };

function changeFor(change: Changing, caller: Caller): Change {
  return typeof change === 'function' ? change(caller) : change;
}

/** The body of an answer as text. */
export function textOf({ answer }: Called): string {
  return Buffer.from(answer.body).toString();
}
