export const SYSTEM = 'Dynamics 365 Sales';
