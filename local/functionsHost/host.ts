import { createAdmin } from './admin';
import type { RunNow } from './admin';
import type { Application } from './application';
import { createHttpServer, listen } from './httpServer';
import { listenToQueue, runQueueFunctionNow } from './queueListener';
import type { Listener } from './queueListener';
import { createQueueStorage } from './queueStorage';
import type { HostSettings } from './settings';
import { listenToTimer, runTimerNow } from './timerListener';
import { createTimerMemory } from './timerStatus';
import { withTrigger } from './triggers';

export interface Host {
  stop(): Promise<void>;
}

type Environment = Record<string, string | undefined>;

const partsOf = (application: Application, settings: HostSettings, environment: Environment) => {
  const storage = createQueueStorage(environment, settings.queues);
  return {
    queues: { application, storage, settings: settings.queues },
    timers: { application, storage, environment, memory: createTimerMemory(settings.stateDir) },
  };
};

/**
 * Starts everything the app registered: its queues (created when missing), its timers and, last, its
 * HTTP server, so that an answer of `/admin/host/status` means that all is running.
 */
export const startHost = async (
  application: Application,
  settings: HostSettings,
  environment: Environment,
): Promise<Host> => {
  await application.model().getCapabilities({});
  application.finishStartup();
  const { queues, timers } = partsOf(application, settings, environment);

  const runNow: RunNow = async (hosted, input) => {
    const { trigger } = hosted;
    if (trigger.type === 'timerTrigger') await runTimerNow(timers, { ...hosted, trigger });
    if (trigger.type === 'queueTrigger') await runQueueFunctionNow(queues, { ...hosted, trigger }, input);
  };
  const admin = createAdmin(application, settings, runNow);
  const server = createHttpServer({ application, settings, storage: queues.storage, admin });

  const queueFunctions = withTrigger(application.functions.values(), 'queueTrigger');
  await Promise.all(queueFunctions.map((hosted) => queues.storage.open(hosted.trigger)));
  await application.runHooks('appStart', { hookData: {}, appHookData: application.hookData });
  await listen(server, settings.port);
  const listeners: Listener[] = [
    ...queueFunctions.map((hosted) => listenToQueue(queues, hosted)),
    ...withTrigger(application.functions.values(), 'timerTrigger').map((hosted) => listenToTimer(timers, hosted)),
  ];

  return {
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await Promise.all([closed, ...listeners.map((listener) => listener.stop())]);
      await application.runHooks('appTerminate', { hookData: {}, appHookData: application.hookData });
    },
  };
};
