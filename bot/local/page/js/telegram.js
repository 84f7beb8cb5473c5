// How does the page talk to local Telegram? Requests over HTTP, news over a WebSocket that comes back by itself.

export class Refused extends Error {}

async function request(url, options) {
  const response = await fetch(url, options);
  const answer = await response.json().catch(() => ({ error: `the server answered ${response.status}` }));
  if (!response.ok) throw new Refused(answer.error);
  return answer;
}

export const look = (name, query = {}) => request(`control/${name}?${new URLSearchParams(query)}`);

export const act = (name, body) =>
  request(`control/${name}`, {
    method: "POST",
    headers: body instanceof FormData ? {} : { "Content-Type": "application/json" },
    body: body instanceof FormData ? body : JSON.stringify(body),
  });

export const fileUrl = (id) => `control/file?${new URLSearchParams({ id })}`;

// Calls `onEvent` with each change, `onUp` after every (re)connection, `onDown` when the line is lost.
export function listen(people, { onEvent, onUp, onDown }) {
  let pause = 250;
  const connect = () => {
    const query = new URLSearchParams(people.map((person) => ["person", person]));
    const socket = new WebSocket(`${location.origin.replace("http", "ws")}/control/events?${query}`);
    socket.onopen = () => {
      pause = 250;
      onUp();
    };
    socket.onmessage = (message) => onEvent(JSON.parse(message.data));
    socket.onclose = () => {
      onDown();
      setTimeout(connect, pause);
      pause = Math.min(pause * 1.7, 4000);
    };
  };
  connect();
}
