import { describeCrmPort } from '../../contract/crm-port.ts';
import { createDynamicsWorld } from './dynamics-world.ts';

describeCrmPort('Dynamics 365', createDynamicsWorld);
