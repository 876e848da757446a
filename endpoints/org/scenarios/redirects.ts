/** Scenarios in which the org sends a call on to another place: in itself, and at another origin, where no token may go. */
import { fieldIn } from '../../../wire/http/field-values.js';
import { pathOf } from '../../../wire/http/request-target.js';
import type { ReceivedRequest, Staged } from '../../../wire/received.js';
import { jsonAnswer } from '../../mock/answer.js';
import { elsewherePath } from '../addressee.js';
import type { OrgAnswer } from '../org-answer.js';
import { nowAndThen, type OrgScenario, yieldsConversation } from '../scenario.js';

/** In the query of a target: which redirect led there. */
const hop = 'redirected';
/** Several, as the same pair may be asked for by the next message, which hides that the first was given up. */
const mostRedirected = 3;

export const redirected = {
  id: 'redirected',
  title: '307 and 308 within the origin',
  summary: 'Some requests are answered 307, and what follows it 308, both to another address of the same origin.',
  robust: 'Sends the same method, headers and form to the new address, or gives up and tells so.',
  expects: 'goes on or tells',
  clause: 'behaviour/recovery/redirected',
  play: () => {
    let staged = 0;
    return {
      instead: (request, { attempt }) => {
        const [path = '', query] = request.target.split('?', 2);
        const parameters = new URLSearchParams(query);
        const to = 'the same origin';
        if (parameters.get(hop) === '307') {
          parameters.set(hop, '308');
          return redirect(`${path}?${parameters}`, { did: 'redirected', status: 308, to, again: true });
        }
        if (parameters.has(hop) || !yieldsConversation(request) || attempt !== 1 || staged >= mostRedirected)
          return undefined;
        staged += 1;
        parameters.set(hop, '307');
        return redirect(`${path}?${parameters}`, { did: 'redirected', status: 307, to });
      },
    };
  },
} as const satisfies OrgScenario;

export const redirectedElsewhere = {
  id: 'redirected-elsewhere',
  title: '307 and 308 to another origin',
  summary: 'Some requests are answered 307 or 308 to another host, which takes no token of this one.',
  robust: 'Sends no access token to another host than the configured one: asks again there, or gives up and tells so.',
  expects: 'goes on or tells',
  clause: 'behaviour/recovery/redirected-elsewhere',
  play: () => {
    const due = nowAndThen(2);
    let staged = 0;
    return {
      instead: (request, context) => {
        if (!due(context)) return undefined;
        staged += 1;
        const status = staged % 2 === 1 ? 307 : 308;
        return redirect(elsewhere(request, context.origin), { did: 'redirected', status, to: 'another origin' });
      },
    };
  },
} as const satisfies OrgScenario;

/**
 * The same place under the other name of this machine. Another port would be another origin as well, but widespread clients
 * (net/http of Go) look at the host alone.
 */
function elsewhere({ fields, target }: ReceivedRequest, origin: string): string {
  const { protocol, host } = new URL(origin);
  const asked = `${protocol}//${fieldIn(fields, 'host') ?? host}`;
  const url = new URL(URL.canParse(asked) ? asked : origin);
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return `${url.origin}${elsewherePath}${pathOf(target)}`;
}

function redirect(location: string, staged: Extract<Staged, { did: 'redirected' }>): OrgAnswer {
  const { status } = staged;
  const answer = jsonAnswer(status, { code: status, message: 'The resource is at another address.' }, [
    ['Location', location],
  ]);
  return { ...answer, staged };
}
