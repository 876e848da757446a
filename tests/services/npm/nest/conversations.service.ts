/** The conversations, in maps of this process. */
import { Injectable, NotFoundException, Scope } from '@nestjs/common';
import { settings } from './settings.js';

// Fault: a provider made anew for every request, because some other provider needed the request.
const scope = settings.fault === 'request-scoped' ? Scope.REQUEST : Scope.DEFAULT;

@Injectable({ scope })
export class ConversationsService {
  private readonly channels = new Map(settings.channels.map((channel) => [channel, new Map<string, string>()]));

  conversationOf(channel: string, subject: string): string {
    const subjects = this.channels.get(channel);
    if (subjects === undefined) throw new NotFoundException();
    const known = subjects.get(subject);
    if (known !== undefined) return known;
    const identifier = crypto.randomUUID();
    subjects.set(subject, identifier);
    return identifier;
  }
}
