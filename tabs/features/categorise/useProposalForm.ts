import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch, type PathValue } from 'react-hook-form';
import { ChangeId, type Urn } from '../../../shared/schema/ids';
import type { CategoryChangeView, ProposalChoices } from '../../../shared/schema/changeViews';
import { proposeCategoryChange } from '../../api/proposeCategoryChange';
import { useCategorySuggestion } from '../../api/readSuggestion';
import { keepChange } from '../../api/keeping';
import { useCommand } from '../../api/useCommand';
import { goTo } from '../../app/routing';
import { useSession } from '../../app/SessionProvider';
import { useLeavingGuard } from '../../components/leavingGuard';
import { departs, proposalErrors, type ProposalErrors, type TypedOpinion } from './proposalErrors';

/** Sends a proposal. Its id is made once, so that sending it again cannot propose twice. */
const useProposing = (urn: Urn) => {
  const client = useQueryClient();
  const [id] = useState(() => ChangeId.parse(crypto.randomUUID()));
  const command = useCommand(
    (api, said: Omit<Parameters<typeof proposeCategoryChange>[2], 'urn'>, commandId) =>
      proposeCategoryChange(api, id, { ...said, urn }, commandId),
    (view: CategoryChangeView) => {
      keepChange(client, view);
      goTo(`/categories/${view.id}`, { replace: true });
    },
  );
  useLeavingGuard(command.busy);
  return command;
};

/** What is typed and chosen; an empty code is none. */
interface TypedFields {
  readonly to: string;
  readonly routeCode: string;
  readonly rationale: string;
  readonly overrideReason: string;
  readonly opinion: TypedOpinion | undefined;
}
const empty: TypedFields = { to: '', routeCode: '', rationale: '', overrideReason: '', opinion: undefined };

/** The form's fields and the ways to change them. */
const useFields = () => {
  const form = useForm<TypedFields>({ defaultValues: empty });
  const typed = useWatch({ control: form.control, compute: (values: TypedFields) => values });
  const setting =
    <Name extends keyof TypedFields>(name: Name) =>
    (value: TypedFields[Name]): void => {
      form.setValue(name, value as PathValue<TypedFields, Name>, { shouldDirty: true });
    };
  return {
    ...{ form, typed },
    setTo: setting('to'),
    setRouteCode: setting('routeCode'),
    setRationale: setting('rationale'),
    setOverrideReason: setting('overrideReason'),
    setOpinion: setting('opinion'),
  };
};

const none: ProposalErrors = {};
const trimmed = ({ from, givenOn, opinion }: TypedOpinion): TypedOpinion => ({
  from: from.trim(),
  givenOn,
  opinion: opinion.trim(),
});

/** The row that goes with a proposal, where its framework asks for one, and what the rule makes of it. */
const useEvidence = ({ urn, effectiveFrom, needsEvidence }: ProposalChoices) => {
  const { matrixPeriod } = useSession();
  const [period, setPeriod] = useState(matrixPeriod);
  const evidence = needsEvidence ? period : undefined;
  const suggestion = useCategorySuggestion({ urn, effectiveFrom }, evidence);
  const suggested = evidence && suggestion.data?.suggested?.category;
  return { evidence, suggested, suggestion, period, setPeriod };
};

type Evidence = ReturnType<typeof useEvidence>['evidence'];

/** What is sent beside where to and on which route; what does not belong is left out. */
const saidOf = ({ rationale, overrideReason, opinion }: TypedFields, evidence: Evidence, differs: boolean) => ({
  rationale: rationale.trim(),
  ...(evidence && { evidence }),
  ...(differs && { overrideReason: overrideReason.trim() }),
  ...(opinion && { outsideOpinion: trimmed(opinion) }),
});

/** Everything that somebody fills in to propose a change, what is wrong with it, and sending it. */
export const useProposalForm = (urn: Urn, effectiveFrom: string, choices: ProposalChoices) => {
  const { years } = useSession();
  const { form, typed, ...setters } = useFields();
  const command = useProposing(urn);
  const { evidence, suggested, ...row } = useEvidence(choices);
  const chosen = choices.categories.find(({ code }) => code === typed.to);
  const route = choices.routes.find(({ code }) => code === typed.routeCode) ?? choices.routes[0];
  const terms = { occasion: route?.occasion, years, suggested };
  const errors = proposalErrors({ ...typed, to: chosen?.code, effectiveFrom }, terms);
  const differs = departs(chosen?.code, suggested);
  const send = (): void => {
    if (!chosen || !route || Object.keys(errors).length > 0) return;
    void command.act({ ...saidOf(typed, evidence, differs), effectiveFrom, to: chosen.code, route: route.code });
  };
  const { isSubmitted } = form.formState;
  return {
    ...typed,
    ...setters,
    ...row,
    ...{ chosen, route, terms, differs, command },
    submit: () => void form.handleSubmit(send)(),
    errors: isSubmitted ? errors : none,
  };
};
export type ProposalForm = ReturnType<typeof useProposalForm>;
