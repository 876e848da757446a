/** The participant and the form that careless services fall back on when the caller gives none. */
import type { Settings } from '../settings.js';

export const defaultEntry = { subject: 'anonymous', role: 'EndUser', appType: 'custom' } as const;

/** A form for the first channel, cut by the boundary. */
export function defaultForm({ channels }: Settings, boundary: string): Buffer {
  const part = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  return Buffer.from(
    `${part('channelAddressIdentifier', channels[0] ?? '')}${part('participants', JSON.stringify([defaultEntry]))}--${boundary}--\r\n`,
  );
}
