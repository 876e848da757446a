/** What the modelled org is configured with: who may call, for which channels, under which app. */
import type { Credentials } from '../../generators/credentials.js';

export interface Settings extends Credentials {
  readonly expiredAccessToken: string;
  /** Developer name prefix of the connected app; the authorization context begins with it. */
  readonly prefix: string;
}
