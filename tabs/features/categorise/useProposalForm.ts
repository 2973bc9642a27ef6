import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
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

const usePlainFields = () => {
  const [to, setTo] = useState<string>();
  const [routeCode, setRouteCode] = useState<string>();
  const [rationale, setRationale] = useState('');
  const [overrideReason, setOverrideReason] = useState('');
  const [opinion, setOpinion] = useState<TypedOpinion>();
  const [checked, setChecked] = useState(false);
  return {
    ...{ to, setTo, routeCode, setRouteCode, rationale, setRationale },
    ...{ overrideReason, setOverrideReason, opinion, setOpinion, checked, setChecked },
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
const saidOf = (
  { rationale, overrideReason, opinion }: ReturnType<typeof usePlainFields>,
  evidence: Evidence,
  differs: boolean,
) => ({
  rationale: rationale.trim(),
  ...(evidence && { evidence }),
  ...(differs && { overrideReason: overrideReason.trim() }),
  ...(opinion && { outsideOpinion: trimmed(opinion) }),
});

/** Everything that somebody fills in to propose a change, what is wrong with it, and sending it. */
export const useProposalForm = (urn: Urn, effectiveFrom: string, choices: ProposalChoices) => {
  const { years } = useSession();
  const fields = usePlainFields();
  const command = useProposing(urn);
  const { evidence, suggested, ...row } = useEvidence(choices);
  const chosen = choices.categories.find(({ code }) => code === fields.to);
  const route = choices.routes.find(({ code }) => code === fields.routeCode) ?? choices.routes[0];
  const terms = { occasion: route?.occasion, years, suggested };
  const { rationale, overrideReason, opinion, checked } = fields;
  const errors = proposalErrors({ to: chosen?.code, effectiveFrom, rationale, overrideReason, opinion }, terms);
  const differs = departs(chosen?.code, suggested);
  const submit = (): void => {
    fields.setChecked(true);
    if (!chosen || !route || Object.keys(errors).length > 0) return;
    void command.act({ ...saidOf(fields, evidence, differs), effectiveFrom, to: chosen.code, route: route.code });
  };
  return {
    ...fields,
    ...row,
    ...{ chosen, route, terms, differs, submit, command },
    errors: checked ? errors : none,
  };
};
export type ProposalForm = ReturnType<typeof useProposalForm>;
