// The one place that names the file of Preact and htm.
export {
  html, render, Component, createContext, useState, useReducer, useEffect, useLayoutEffect, useRef, useMemo,
  useCallback, useContext, useErrorBoundary,
} from "../_static/htm/3.1.1/preact/standalone.module.js";
