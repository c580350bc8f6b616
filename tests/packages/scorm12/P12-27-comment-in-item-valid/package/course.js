"use strict";
(function () {
  function find(start) {
    let here = start;
    for (let tries = 0; tries < 500; tries += 1) {
      if (here.API) return here.API;
      if (here.parent === here) return null;
      here = here.parent;
    }
    return null;
  }
  const api = find(window) || (window.opener && find(window.opener));
  if (!api) return;
  api.LMSInitialize("");
  api.LMSSetValue("cmi.core.exit", "suspend");
  addEventListener("pagehide", function () {
    api.LMSSetValue("cmi.core.lesson_status", "completed");
    api.LMSFinish("");
  });
})();
