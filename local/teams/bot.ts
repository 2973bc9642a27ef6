import { apps, originOf, serviceUrlOf, type LocalSettings } from '../settings';
import type { TeamsSwitches, TeamsTokens } from './platform';

/** Anything with the service URL of `createBot`; the local Teams makes its own in `activities.ts`. */
type Activity = Readonly<{ type: string; serviceUrl: string }>;

/** `silent`: no answer in time, or nobody listens; the bot may or may not have acted. */
export type BotAnswer = { kind: 'answered'; status: number; body: unknown } | { kind: 'silent' };

const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
};

/** Sends activities to the Functions app as Teams does: with a channel token, and with a limit on waiting. */
export const createBot = (settings: LocalSettings, entra: TeamsTokens, switches: TeamsSwitches) => {
  const serviceUrl = serviceUrlOf(settings);
  const endpoint = `${originOf(settings.ports).functions}/api/messages`;

  const deliverOnce = async (activity: Activity): Promise<BotAnswer> => {
    const token = await entra.issueChannelToken({ serviceUrl, audience: apps.bot.id });
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(switches.answerWithin),
      });
      return { kind: 'answered', status: response.status, body: await bodyOf(response) };
    } catch {
      return { kind: 'silent' };
    }
  };

  return {
    endpoint,
    serviceUrl,
    /** One delivery, or two where the switch asks for Teams' repeated deliveries; the first answer counts. */
    async deliver(activity: Activity): Promise<BotAnswer> {
      const first = await deliverOnce(activity);
      if (switches.deliverTwice) await deliverOnce(activity);
      return first;
    },
  };
};
export type Bot = ReturnType<typeof createBot>;

/** Whether the bot took the activity. */
export const accepted = (answer: BotAnswer): boolean =>
  answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
