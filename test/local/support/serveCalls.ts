import { z } from 'zod';
import { otherFailure, type Failure } from './clientProcess';

const Numbered = z.looseObject({ id: z.number() });

interface Service<T> {
  readonly shape: z.ZodType<T>;
  readonly perform: (call: T) => Promise<unknown>;
  /** The client's own error; nothing when it is none. */
  readonly failure: (error: unknown) => Failure | undefined;
}

/** In a client's process: takes calls from the parent and answers each with its result or its failure. */
export const serveCalls = <T>({ shape, perform, failure }: Service<T>): void => {
  process.on('message', (message) => {
    const { id } = Numbered.parse(message);
    perform(shape.parse(message)).then(
      (result) => process.send?.({ id, result: result ?? null }),
      (error: unknown) => process.send?.({ id, error: failure(error) ?? otherFailure(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ ready: true });
};
