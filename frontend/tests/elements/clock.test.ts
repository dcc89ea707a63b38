import assert from "node:assert/strict";
import { test } from "node:test";
import { clockFace } from "../../elements/clock.ts";
import { room, texts } from "./cast.ts";

const face = (view: object, pace: "live" | "days" = "live"): string => {
  const now = room({ view });
  return clockFace({ ...now, plan: { ...now.plan, pace } }, texts).words;
};

test("time left is said in whole minutes, rounded up", () => {
  assert.equal(face({ remaining_seconds: 301 }), "clock.minutes.many 6");
  assert.equal(face({ remaining_seconds: 60 }), "clock.minutes.one 1");
});

test("towards the end the clock asks to round off", () => {
  assert.equal(face({ remaining_seconds: 90, clock: "nearly" }), "clock.nearly.many 2");
});

test("time that is up is a signal, and later says how long it has been", () => {
  assert.equal(face({ remaining_seconds: -5, clock: "up" }), "clock.up");
  assert.equal(face({ remaining_seconds: -130, clock: "up" }), "clock.over.many 2");
});

test("a clock that stands still says so", () => {
  assert.equal(face({ remaining_seconds: 200, clock: "stopped" }), "clock.stopped");
});

test("before the start there is no clock", () => {
  assert.equal(face({ remaining_seconds: null, clock: "none" }), "");
});

test("written over days the clock speaks of days and hours", () => {
  assert.equal(face({ remaining_seconds: 2.4 * 86_400 }, "days"), "clock.days.many 2");
  assert.equal(face({ remaining_seconds: 86_390 }, "days"), "clock.days.one 1");
  assert.equal(face({ remaining_seconds: 3 * 3600 }, "days"), "clock.hours.many 3");
  assert.equal(face({ remaining_seconds: 600 }, "days"), "clock.hour");
  assert.equal(face({ remaining_seconds: -1 }, "days"), "clock.days.up");
});

test("the ring shows what is left of the phase and the time that was given", () => {
  assert.equal(clockFace(room({ view: { remaining_seconds: 150 } }), texts).left, 25);
});
