import path from 'node:path';
import { sampleOf } from '../sample/samples';
import { defaultSample } from '../sample/codes';
import type { LocalSettings } from '../settings';
import type { LocalSystem } from '../system';
import { createBot } from '../teams/bot';
import { configFileOf } from './configFile';
import { openGateway } from './gateway';
import { playgroundChat } from './playgroundChat';
import { startPlaygroundProcess } from './playgroundProcess';
import { othersThan, personIn, type Seat } from './seats';

export interface PlaygroundOptions {
  readonly system: Pick<LocalSystem, 'microsoft365' | 'teams'>;
  readonly settings: LocalSettings;
  /** Who uses the Playground. */
  readonly seat: Seat;
  readonly port: number;
}

export interface Playground {
  /** The address a person opens. */
  readonly origin: string;
  /** Ends the Playground; the person's chat is shown by the local Teams page again. */
  stop(): Promise<void>;
}

/**
 * Puts Microsoft's Playground beside the local Teams page as the chat of one person of the default sample trust:
 * everybody else's chat stays where it is. The bot notices nothing, and checks tokens as ever. Opened in a browser, the
 * Playground tells the bot of an installation by itself, and the bot greets.
 */
export const startPlayground = async ({ system, settings, seat, port }: PlaygroundOptions): Promise<Playground> => {
  const { microsoft365, teams } = system;
  const sample = sampleOf(defaultSample);
  const person = personIn(sample, seat);
  const gateway = await openGateway(createBot(settings, microsoft365.entra, teams.switches));
  const running = await startPlaygroundProcess({
    port,
    botEndpoint: gateway.endpoint,
    configFile: configFileOf({ current: person, others: othersThan(sample, seat) }),
    folder: path.join(settings.dataDir, 'playground', seat),
  }).catch(async (fault: unknown) => {
    await gateway.close();
    throw fault;
  });
  const { origin } = running;
  const stop = async (): Promise<void> => {
    teams.chatsElsewhere.delete(person.id);
    await running.stop();
    await gateway.close();
  };
  teams.chatsElsewhere.set(person.id, playgroundChat(origin));
  return { origin, stop };
};
