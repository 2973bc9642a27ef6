import { maySendAt } from '../domain/sendingHours';
import type { TrustSettings } from '../schema/settings';
import type { Deps } from './deps';

/** Whether people may be written to now: by the trust's hours, or at any on a developer's machine. */
export const maySendNow = (
  { clock, sendAtAnyHour = false }: Pick<Deps, 'clock' | 'sendAtAnyHour'>,
  settings: TrustSettings,
): boolean => sendAtAnyHour || maySendAt(settings, clock.now());
