const CREATE = 1;
const WRITE = 3;
const BASIC = 0;
const GLOBAL = 3;

type Utils = Pick<ComponentFramework.Utility, 'hasEntityPrivilege'>;
type Right = ComponentFramework.PropertyHelper.Types.PrivilegeType;
type Depth = ComponentFramework.PropertyHelper.Types.PrivilegeDepth;

/** Whether the person may make request rows: sync now, accept, decline. */
export function mayRequest(utils: Utils): boolean {
  return hasPrivilege(utils, 'cosell_request', CREATE, BASIC);
}

/** Whoever may write the connection row is shown the way to the setup; everybody else is told whom to ask. */
export function isAdmin(utils: Utils): boolean {
  return hasPrivilege(utils, 'cosell_connection', WRITE, GLOBAL);
}

/** A host that cannot tell (a table that is not deployed yet, an older client) grants nothing; the server decides in any case. */
function hasPrivilege(utils: Utils, table: string, right: Right, depth: Depth): boolean {
  try {
    return utils.hasEntityPrivilege(table, right, depth);
  } catch {
    return false;
  }
}
