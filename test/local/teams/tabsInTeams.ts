import { app } from '@microsoft/teams-js';
import type { stage } from './teamsJsWindow';
import { actions, hostTab, surface } from './teamsJsWindow';

const load = (where = surface(), withStage?: ReturnType<typeof stage>) => {
  const does = actions();
  return { does, tab: hostTab(() => where, { ...does, ...(withStage && { stage: withStage }) }) };
};

/** Teams-js knows one window: a test that opens a second tab leaves the first before, and the last is left after it. */
export const tabsInTeams = () => {
  const tabs: ReturnType<typeof load>[] = [];
  // teams-js leaves its time-out of a minute behind.
  beforeEach(() => void jest.useFakeTimers({ advanceTimers: true }));
  afterEach(() => {
    tabs.pop()?.tab.leave();
    tabs.length = 0;
    jest.useRealTimers();
  });
  /** A tab that has not called teams-js yet. */
  const loaded = (...as: Parameters<typeof load>) => {
    const made = load(...as);
    tabs.push(made);
    return made;
  };
  const open = async (...as: Parameters<typeof load>) => {
    const made = loaded(...as);
    await app.initialize();
    return made;
  };
  return { loaded, open };
};

/** teams-js looks at where a message came from before it acts, and takes a moment. */
export const aMoment = () => jest.advanceTimersByTimeAsync(10);
