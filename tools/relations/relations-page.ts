export const relationsPage = (): string => '';
