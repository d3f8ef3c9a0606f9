export default {
  title: "Naps",
  url: "https://example.org",
  baseUrl: "/",
  // The files of `dist/` lie in static/awaitscope/.
  scripts: [{ src: "/awaitscope/awaitscope.js", defer: true }],
  presets: [["classic", { docs: { routeBasePath: "/", sidebarPath: false }, blog: false }]],
};
