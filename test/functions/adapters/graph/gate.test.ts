import { createGate } from '../../../../functions/adapters/graph/gate';
import type { Gate } from '../../../../functions/adapters/graph/gate';
import type { Priority, Turn } from '../../../../functions/adapters/graph/priority';

/** A clock that only `forward` moves, and sleepers who wake when it passes them. */
const standingPace = () => {
  let time = 0;
  let sleepers: readonly { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => time,
    random: () => 0,
    sleep: (milliseconds: number) =>
      new Promise<void>((wake) => void (sleepers = [...sleepers, { at: time + milliseconds, wake }])),
    async forward(milliseconds: number): Promise<void> {
      time += milliseconds;
      const due = sleepers.filter(({ at }) => at <= time);
      sleepers = sleepers.filter(({ at }) => at > time);
      due.forEach(({ wake }) => wake());
      await settled();
    },
  };
};

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const person: Turn = { urgency: () => 'person', units: 2 };
const background: Turn = { urgency: () => 'background', units: 2 };

const gateWith = (patience: Partial<Record<Priority, number>> = {}) => {
  const pace = standingPace();
  const gate = createGate(pace, { person: 10, background: 90, ...patience });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const refused: string[] = [];
  const ask = async (name: string, turn: Turn): Promise<void> => {
    gate
      .pass(turn, () => {
        begun.push(name);
        return new Promise<void>((resolve) => ends.set(name, resolve));
      })
      .catch(() => refused.push(name));
    await settled();
  };
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await settled();
  };
  return { pace, gate, begun, refused, ask, end };
};

const fill = async ({ ask }: ReturnType<typeof gateWith>, turn: Turn, count: number, name: string): Promise<void> => {
  for (let i = 0; i < count; i += 1) await ask(`${name}${i}`, turn);
};

describe('who is next', () => {
  it('a person, however long background work has waited', async () => {
    const at = gateWith();
    await fill(at, person, 12, 'p');
    await at.ask('reminder', background);
    await at.ask('somebody', person);
    expect(at.begun).toHaveLength(12);
    await at.end('p0');
    expect(at.begun.slice(12)).toEqual(['somebody']);
    await at.end('p1');
    expect(at.begun.slice(12)).toEqual(['somebody', 'reminder']);
  });

  it('a person at once, although background work fills all that it may', async () => {
    const at = gateWith();
    await fill(at, background, 10, 'b');
    expect(at.begun).toEqual(['b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7']);
    await at.ask('somebody', person);
    expect(at.begun).toContain('somebody');
    await at.end('b0');
    expect(at.begun).toContain('b8');
    expect(at.begun).not.toContain('b9');
  });

  it('those alike in the order in which they came', async () => {
    const at = gateWith();
    await fill(at, person, 15, 'p');
    for (let i = 0; i < 3; i += 1) await at.end(`p${i}`);
    expect(at.begun.slice(12)).toEqual(['p12', 'p13', 'p14']);
  });

  it('work that somebody has come to wait for meanwhile, before what came earlier', async () => {
    const at = gateWith();
    let priority: Priority = 'background';
    await fill(at, person, 12, 'p');
    await at.ask('reminder', background);
    await at.ask('reading', { urgency: () => priority, units: 2 });
    priority = 'person';
    await at.end('p0');
    expect(at.begun.slice(12)).toEqual(['reading']);
  });
});

describe('when Graph asks to wait', () => {
  it('nobody passes before, and everybody after', async () => {
    const at = gateWith();
    at.gate.close(2.5);
    await at.ask('somebody', person);
    await at.ask('reminder', background);
    await at.pace.forward(2_499);
    expect(at.begun).toEqual([]);
    await at.pace.forward(1);
    expect(at.begun).toEqual(['somebody', 'reminder']);
  });

  it('the longest wait counts', async () => {
    const at = gateWith();
    at.gate.close(4);
    at.gate.close(1);
    await at.ask('somebody', person);
    await at.pace.forward(3_999);
    expect(at.begun).toEqual([]);
    at.gate.close(2);
    await at.pace.forward(1);
    expect(at.begun).toEqual([]);
    await at.pace.forward(1_999);
    expect(at.begun).toEqual(['somebody']);
  });

  it('a person is told at once that it would be too long, also one who waits already; background work stays', async () => {
    const at = gateWith();
    at.gate.close(5);
    await at.ask('early', person);
    await at.ask('reminder', background);
    at.gate.close(30);
    await settled();
    await at.ask('late', person);
    expect(at.refused).toEqual(['early', 'late']);
    await at.pace.forward(30_000);
    expect(at.begun).toEqual(['reminder']);
  });

  it('says for how long', async () => {
    const { gate } = gateWith();
    gate.close(42);
    const fault: unknown = await gate.pass(person, async () => 'sent').catch((error: unknown) => error);
    expect(fault).toMatchObject({ status: 429, code: 'gateClosed', retryAfter: 42 });
  });
});

describe('the budget that is left', () => {
  const learn = (gate: Gate, remaining: number, reset = 8): void => gate.learn({ remaining, reset, limit: 1_250 });

  it('is not overdrawn: who does not fit waits until it is counted anew', async () => {
    const at = gateWith();
    learn(at.gate, 5);
    await fill(at, person, 4, 'p');
    expect(at.begun).toEqual(['p0', 'p1']);
    await at.end('p0');
    expect(at.begun).toHaveLength(2);
    await at.pace.forward(8_000);
    expect(at.begun).toEqual(['p0', 'p1', 'p2', 'p3']);
  });

  it('is for people when a tenth of the whole is left', async () => {
    const at = gateWith();
    learn(at.gate, 126);
    await at.ask('reminder', background);
    await at.ask('somebody', person);
    expect(at.begun).toEqual(['somebody']);
    await at.pace.forward(8_000);
    expect(at.begun).toEqual(['somebody', 'reminder']);
  });

  it('counts what is still unanswered', async () => {
    const at = gateWith();
    await fill(at, person, 3, 'p');
    learn(at.gate, 7);
    await at.ask('one too many', person);
    expect(at.begun).not.toContain('one too many');
  });

  it('of a minute that is over says nothing about the next', async () => {
    const at = gateWith();
    learn(at.gate, 0, 1);
    await at.pace.forward(1_000);
    learn(at.gate, 200);
    await at.ask('somebody', person);
    expect(at.begun).toEqual(['somebody']);
  });

  it('tells a person at once where the next count is too far off', async () => {
    const at = gateWith();
    learn(at.gate, 1, 45);
    await at.ask('somebody', person);
    expect(at.refused).toEqual(['somebody']);
  });
});

it('lets the next one through when an act fails', async () => {
  const at = gateWith();
  await expect(at.gate.pass(person, () => Promise.reject(new Error('Failed.')))).rejects.toThrow('Failed.');
  await fill(at, person, 12, 'p');
  expect(at.begun).toHaveLength(12);
});
