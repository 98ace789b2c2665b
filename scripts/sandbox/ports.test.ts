import { sandboxPorts } from './ports.ts';

describe('sandboxPorts', () => {
  it('puts the three outside systems right above the base', () => {
    expect(sandboxPorts('5000')).toEqual({ connector: 5000, partnerCenter: 5001, salesforce: 5002, dynamics: 5003 });
  });

  it.each([undefined, ''])('takes 4100 for %p', (value) => {
    expect(sandboxPorts(value).connector).toBe(4100);
  });

  it.each(['abc', '0', '-1', '70000', '65533', '80.5'])('refuses %s and says what is allowed', (value) => {
    expect(() => sandboxPorts(value)).toThrow(/whole number from 1 to 65532/);
  });
});
