import type { FieldValues } from '../../../shared/section/contract/index.ts';
import { createFormBaseline } from './form-baseline.ts';

const LOADED: FieldValues = { sync: false, help: null, products: 'SOL-1-A', visible: null };
const at = (time: string) => new Date(`2026-11-20T${time}Z`);
const server = (values: FieldValues, time: string) => ({ values, modifiedAt: at(time).toISOString() });

describe('FormBaseline', () => {
  it('knows of no change before the row was read', () => {
    const baseline = createFormBaseline();
    baseline.update(LOADED, at('10:00:00'));
    expect(baseline.changed({ ...LOADED, products: null })).toEqual([]);
  });

  it('finds what was typed before the control was there: the form has the server’s version, but other values', () => {
    const baseline = createFormBaseline();
    const form = { ...LOADED, products: 'SOL-2-B' };
    baseline.update(form, at('10:00:00'));
    baseline.read(form, server(LOADED, '10:00:00.900'));
    expect(baseline.changed(form)).toEqual(['products']);
  });

  it('takes what an older form holds for loaded, not for typed', () => {
    const baseline = createFormBaseline();
    baseline.update(LOADED, at('10:00:00'));
    baseline.read(LOADED, server({ ...LOADED, products: 'SOL-2-B' }, '10:05:00'));
    expect(baseline.changed(LOADED)).toEqual([]);
  });

  it('sees a save: afterwards nothing is changed', () => {
    const baseline = createFormBaseline();
    const typed = { ...LOADED, sync: true };
    baseline.update(LOADED, at('10:00:00'));
    baseline.read(LOADED, server(LOADED, '10:00:00'));
    expect(baseline.update(typed, at('10:00:00'))).toBe(false);
    expect(baseline.changed(typed)).toEqual(['sync']);
    expect(baseline.update(typed, at('10:01:00'))).toBe(true);
    expect(baseline.changed(typed)).toEqual([]);
  });

  it('does not see a save in the same second by the time, but by what the server holds', () => {
    const baseline = createFormBaseline();
    const typed = { ...LOADED, sync: true };
    baseline.update(LOADED, at('10:00:00'));
    baseline.read(LOADED, server(LOADED, '10:00:00.200'));
    expect(baseline.update(typed, at('10:00:00'))).toBe(false);
    expect(baseline.isBlind(at('10:00:00.800'))).toBe(true);
    baseline.read(typed, server(typed, '10:00:00.700'));
    expect(baseline.changed(typed)).toEqual([]);
    expect(baseline.isBlind(at('10:01:00'))).toBe(false);
  });

  it('compares with the server where the form does not bind the time of change', () => {
    const baseline = createFormBaseline();
    baseline.update(LOADED, null);
    baseline.read(LOADED, server({ ...LOADED, help: 1 }, '10:00:00'));
    expect(baseline.changed(LOADED)).toEqual(['help']);
    baseline.read(LOADED, server(LOADED, '10:05:00'));
    expect(baseline.changed(LOADED)).toEqual([]);
  });

  it('an empty switch is off', () => {
    const baseline = createFormBaseline();
    baseline.update(LOADED, at('10:00:00'));
    baseline.read(LOADED, server(LOADED, '10:00:00'));
    expect(baseline.changed({ ...LOADED, visible: false })).toEqual([]);
  });
});
