import Module from 'node:module';
import { Disposable } from './core';
import type { CoreModule, HookCallback, HookData, ProgrammingModel } from './core';
import { writeLog } from './log';
import { hostedFunction } from './triggers';
import type { HostedFunction } from './triggers';

/** What the app registered while it was loading. */
export interface Application {
  readonly functions: ReadonlyMap<string, HostedFunction>;
  readonly hookData: HookData;
  readonly core: CoreModule;
  model(): ProgrammingModel;
  runHooks(name: string, context: object): Promise<void>;
  /** From here on a registration is refused, as by the real worker. */
  finishStartup(): void;
}

/** Version of the worker whose behaviour this follows. */
const workerVersion = '3.12.0';
const hostVersion = '4.1044.0';

export const createApplication = (): Application => {
  const functions = new Map<string, HostedFunction>();
  const hooks = new Map<string, Set<HookCallback>>();
  let model: ProgrammingModel | undefined;
  let started = false;

  const core: CoreModule = {
    version: workerVersion,
    hostVersion,
    Disposable,
    log: (level, category, message) => writeLog(level, category, message),
    setProgrammingModel: (chosen) => {
      model = chosen;
    },
    getProgrammingModel: () => model,
    registerHook: (name, callback) => {
      const registered = hooks.get(name) ?? new Set();
      hooks.set(name, registered.add(callback));
      return new Disposable(() => registered.delete(callback));
    },
    registerFunction: (metadata, callback) => {
      if (started) throw new Error('A function can only be registered during app startup.');
      if (functions.has(metadata.name)) throw new Error(`Two functions are called "${metadata.name}".`);
      functions.set(metadata.name, hostedFunction(metadata, callback));
      return new Disposable(() => functions.delete(metadata.name));
    },
  };

  return {
    functions,
    hookData: {},
    core,
    model: () => {
      if (!model) throw new Error('The app registered no function with @azure/functions.');
      return model;
    },
    runHooks: async (name, context) => {
      for (const callback of hooks.get(name) ?? []) await callback(context);
    },
    finishStartup: () => {
      started = true;
    },
  };
};

/** Makes `require('@azure/functions-core')` give our module, the way the real worker does it. */
export const provideCoreModule = (core: CoreModule): void => {
  // Not bound on purpose: the method is put back as a method, and gets the module it is called on.
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as a method, as said above
  Module.prototype.require = new Proxy(Module.prototype.require, {
    apply: (target, self, args: [string]): unknown =>
      args[0] === '@azure/functions-core' ? core : Reflect.apply(target, self, args),
  });
};
