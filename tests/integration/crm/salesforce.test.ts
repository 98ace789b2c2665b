import { describeCrmPort } from '../../contract/crm-port.ts';
import { createSalesforceWorld } from './salesforce-world.ts';

describeCrmPort('Salesforce', () => createSalesforceWorld());
