// Asks for a key once the service does, keeps it while the tab is open, and sends it along.
(function () {
  const send = window.fetch;
  const withKey = (request) => {
    const key = sessionStorage.getItem("decipher.key");
    const own = new Request(request);
    if (key && !own.headers.has("Authorization")) {
      own.headers.set("Authorization", "Bearer " + key);
    }
    return own;
  };
  window.fetch = async function (resource, init) {
    const request = new Request(resource, init);
    if (new URL(request.url).origin !== window.location.origin) {
      return send(request);
    }
    const response = await send(withKey(request.clone()));
    if (response.status !== 401) {
      return response;
    }
    const key = window.prompt("This service needs a key:");
    if (!key) {
      return response;
    }
    sessionStorage.setItem("decipher.key", key);
    return send(withKey(request));
  };
})();
