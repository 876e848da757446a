/** Where the mock and the org give out tokens. In a file of its own, as who looks for the path needs no library for tokens. */
export const tokenPath = '/services/oauth2/token';
