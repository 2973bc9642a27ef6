import { createContext, useContext } from 'react';
import type { Teams } from './teams';

const Context = createContext<Teams | undefined>(undefined);

export const TeamsProvider = Context.Provider;

export const useTeams = (): Teams => {
  const teams = useContext(Context);
  if (!teams) throw new Error('useTeams outside TeamsProvider');
  return teams;
};
