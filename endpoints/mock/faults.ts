/** All faults of the mock, their ids as a type, and look-up by id. */
import { mockAdditions } from './extension.js';
import { authorizationFaults } from './faults/authorization.js';
import { authorizationContextFaults } from './faults/authorization-context.js';
import { channelFaults } from './faults/channel.js';
import { contentTypeFaults, jsonContentTypeFaults } from './faults/content-type.js';
import { differentPairFaults } from './faults/different-pair.js';
import { forgettingFaults } from './faults/forgetting.js';
import { headerSectionFaults } from './faults/header-section.js';
import { jsonBodyFaults, participantsJsonFaults } from './faults/json.js';
import { appTypeFaults, roleFaults } from './faults/members.js';
import { mergedSubjectsFaults } from './faults/merged-subjects.js';
import { multipartFaults } from './faults/multipart.js';
import { operationFaults } from './faults/operation.js';
import { orgIdFaults } from './faults/org-id.js';
import { participantsFaults } from './faults/participants.js';
import { raceFaults } from './faults/races.js';
import { refusalFaults } from './faults/refusal.js';
import { refusalMarkupFaults } from './faults/refusal-markup.js';
import { refusalTraceFaults } from './faults/refusal-traces.js';
import { requestIdFaults } from './faults/request-id.js';
import { samePairFaults } from './faults/same-pair.js';
import { subjectFaults } from './faults/subject.js';
import { successFaults } from './faults/success.js';
import type { Fault } from './named-behaviour.js';

export type { Fault } from './named-behaviour.js';

/** In the order of the specification. */
export const faults = [
  ...operationFaults,
  ...headerSectionFaults,
  ...authorizationFaults,
  ...contentTypeFaults,
  ...jsonContentTypeFaults,
  ...orgIdFaults,
  ...authorizationContextFaults,
  ...requestIdFaults,
  ...multipartFaults,
  ...jsonBodyFaults,
  ...channelFaults,
  ...participantsFaults,
  ...participantsJsonFaults,
  ...subjectFaults,
  ...roleFaults,
  ...appTypeFaults,
  ...successFaults,
  ...refusalFaults,
  ...refusalTraceFaults,
  ...refusalMarkupFaults,
  ...samePairFaults,
  ...raceFaults,
  ...forgettingFaults,
  ...differentPairFaults,
  ...mergedSubjectsFaults,
];

export type FaultId = (typeof faults)[number]['id'];

const byId: ReadonlyMap<string, Fault<string, string>> = new Map(faults.map((fault) => [fault.id, fault]));

/** Also that of an extension, which passes under the same type. */
function find(id: string): Fault<string, string> | undefined {
  return (
    byId.get(id) ??
    mockAdditions()
      .flatMap((extension) => extension.faults ?? [])
      .find((fault) => fault.id === id)
  );
}

function isFaultId(id: string): id is FaultId {
  return find(id) !== undefined;
}

/** The fault of an id; the type rules out an unknown one. */
export function faultOf(id: FaultId): Fault<string, string> {
  const fault = find(id);
  if (fault === undefined) throw new Error(`no fault has the id ${id}`);
  return fault;
}

/** Sorts ids given by people into those of faults and unknown ones. */
export function readFaultIds(ids: readonly string[]): { readonly known: FaultId[]; readonly unknown: string[] } {
  return { known: ids.filter(isFaultId), unknown: ids.filter((id) => !isFaultId(id)) };
}
