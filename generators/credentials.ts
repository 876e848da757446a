/** What a run needs to know to make a conforming request: the same shape that `mock --credentials FILE` writes. */

export interface Credentials {
  /** The bearer token: a JWT in compact form, or an opaque one. */
  readonly accessToken: string;
  /** The 15-character id of the org. */
  readonly orgId: string;
  /** `{prefix}_{ConversationChannelDefinitionName}`. */
  readonly authorizationContext: string;
  /** Channel address identifiers that the org knows; two or more let the suite compare channels. */
  readonly channels: readonly string[];
  /** A token of the same org that was valid once: lets the suite probe expiry. A real org rarely has one at hand. */
  readonly expiredAccessToken?: string;
}
