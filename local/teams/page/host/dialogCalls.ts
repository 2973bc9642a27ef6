import { z } from 'zod';
import type { FrameActions } from './actions';
import type { Calls } from './protocol';
import type { Surface } from './surface';

const measure = z.union([z.number(), z.string()]).nullish();
const Size = z.object({ width: measure, height: measure });
const Dialog = Size.extend({ url: z.string(), title: z.string().nullish() });

const given = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

/** Dialogs: opened by a page, ended by the page inside (facts §1.3). */
export const dialogCalls = (surface: () => Surface, actions: FrameActions): Calls => ({
  'tasks.startTask': async ([wanted]) => {
    const dialog = Dialog.safeParse(wanted);
    if (!dialog.success) return ['The dialog has no address.', undefined];
    const { url, title, width, height } = dialog.data;
    const outcome = await actions.openDialog({ url, title: given(title), width: given(width), height: given(height) });
    return 'error' in outcome ? [outcome.error, undefined] : [null, outcome.result];
  },
  'tasks.updateTask': ([wanted]) => {
    const size = Size.safeParse(wanted);
    if (size.success) actions.resizeDialog({ width: given(size.data.width), height: given(size.data.height) });
    return undefined;
  },
  'tasks.completeTask': ([result]) => {
    if (surface().frameContext === 'task') actions.submitDialog(result);
    return undefined;
  },
});
